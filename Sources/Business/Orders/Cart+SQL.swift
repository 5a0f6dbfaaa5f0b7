import Catalog
import Channels
import Customers
import Database
import Essentials
import Secrets

extension Cart: Readable {
    static let columns: SQL = "id, customer, \(sql: SaleContext.columns), checkout, updated_at, closed_at"

    public init(row: inout Row) throws {
        id = try row.next()
        customer = try row.next()
        context = try SaleContext(row: &row)
        checkout = try row.next()
        updatedAt = try row.next()
        closedAt = try row.next()
    }

    /// The open cart that a shopper's cookie stands for.
    public static func find(_ token: SecretToken, in snapshot: some Reading) throws -> Cart? {
        try snapshot.row(
            "SELECT \(sql: columns) FROM cart WHERE digest = \(token.digest) AND closed_at IS NULL", as: Cart.self)
    }

    /// The open cart that a customer has on a channel, the latest if there are several.
    public static func find(of customer: Customer.ID, on channel: Channel.ID, in snapshot: some Reading) throws -> Cart? {
        try snapshot.row(
            """
            SELECT \(sql: columns) FROM cart WHERE customer = \(customer) AND channel = \(channel) AND closed_at IS NULL
            ORDER BY updated_at DESC, id DESC LIMIT 1
            """, as: Cart.self)
    }

    public static func find(_ id: ID, in snapshot: some Reading) throws -> Cart? {
        try snapshot.row("SELECT \(sql: columns) FROM cart WHERE id = \(id)", as: Cart.self)
    }

    static func lock(_ token: SecretToken, in transaction: Transaction) throws -> Cart? {
        try askLocked(token, in: transaction).first()
    }

    /// Locks the open cart of a cookie, and notes that something happens to it now.
    static func touch(_ token: SecretToken, in transaction: Transaction, world: World) throws -> Asked<Cart> {
        try transaction.ask(
            "UPDATE cart SET updated_at = \(world.now) WHERE digest = \(token.digest) AND closed_at IS NULL RETURNING \(sql: columns)",
            as: Cart.self)
    }

    static func askLocked(_ token: SecretToken, in transaction: Transaction) throws -> Asked<Cart> {
        try transaction.ask(
            "SELECT \(sql: columns) FROM cart WHERE digest = \(token.digest) AND closed_at IS NULL FOR UPDATE", as: Cart.self)
    }

    /// What lies in the open cart of a cookie, in the order in which it was added.
    static func askLines(_ token: SecretToken, in transaction: Transaction) throws -> Asked<Line> {
        try transaction.ask(
            """
            SELECT variant, quantity FROM cart_line
            WHERE cart = (SELECT id FROM cart WHERE digest = \(token.digest) AND closed_at IS NULL) ORDER BY added_at, variant
            """
        ) { try Line(variant: $0.next(), quantity: $0.next()) }
    }

    /// In the order in which they were added.
    public func lines(in snapshot: some Reading) throws -> [Line] {
        try snapshot.rows("SELECT variant, quantity FROM cart_line WHERE cart = \(id) ORDER BY added_at, variant") {
            try Line(variant: $0.next(), quantity: $0.next())
        }
    }

    /// How many units are in the cart that a cookie stands for: for the number beside the basket.
    public static func count(_ token: SecretToken, in snapshot: some Reading) throws -> Int {
        try snapshot.value(
            """
            SELECT CAST(SUM(quantity) AS BIGINT) FROM cart_line
            WHERE cart = (SELECT id FROM cart WHERE digest = \(token.digest) AND closed_at IS NULL)
            """) ?? 0
    }

    static func open(
        _ token: SecretToken?, for customer: Customer.ID?, in context: SaleContext, transaction: Transaction, world: World
    ) throws -> Cart {
        let now = world.now
        let id = world.id(Cart.self)
        try transaction.run(
            """
            INSERT INTO cart (id, digest, customer, \(sql: SaleContext.columns), created_at, updated_at)
            VALUES (\(id), \(token?.digest), \(customer), \(context.channel), \(context.location), \(context.staff), \(context.device),
            \(context.source), \(context.currency.code), \(now), \(now))
            """)
        return Cart(id: id, customer: customer, context: context, checkout: nil, updatedAt: now, closedAt: nil)
    }

    /// The cookie of another browser stands for it from now on.
    func move(to token: SecretToken, in transaction: Transaction) throws {
        try transaction.run("UPDATE cart SET digest = \(token.digest) WHERE id = \(id) AND closed_at IS NULL")
    }

    /// Ends the cart: its lines have become an order, or went into another cart. Its cookie may begin a new one.
    static func close(_ id: ID, in transaction: Transaction, world: World) throws {
        let now = world.now
        try transaction.run("UPDATE cart SET digest = NULL, closed_at = \(now), updated_at = \(now) WHERE id = \(id)")
    }
}
