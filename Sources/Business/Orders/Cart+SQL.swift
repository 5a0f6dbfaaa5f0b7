import Catalog
import Channels
import Customers
import Database
import Essentials
import Secrets

extension CartKey {
    /// The one open cart.
    var opens: SQL {
        switch self {
        case .cookie(let token): "digest = \(token.digest) AND closed_at IS NULL"
        case .customer(let customer, let channel): "customer = \(customer) AND channel = \(channel) AND closed_at IS NULL"
        }
    }
}

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

    /// The open cart that a shopper has.
    public static func find(_ key: CartKey, in snapshot: some Reading) throws -> Cart? {
        try snapshot.row("SELECT \(sql: columns) FROM cart WHERE \(sql: key.opens)", as: Cart.self)
    }

    public static func find(_ id: ID, in snapshot: some Reading) throws -> Cart? {
        try snapshot.row("SELECT \(sql: columns) FROM cart WHERE id = \(id)", as: Cart.self)
    }

    static func lock(_ key: CartKey, in transaction: Transaction) throws -> Cart? {
        try askLocked(key, in: transaction).first()
    }

    /// Locks the open cart of a shopper, and notes that something happens to it now: later than whatever has happened to it,
    /// so that a checkout knows the cart that it was begun with.
    static func touch(_ key: CartKey, in transaction: Transaction, world: World) throws -> Asked<Cart> {
        let now = world.now
        return try transaction.ask(
            """
            UPDATE cart SET updated_at = CASE WHEN updated_at < \(now) THEN \(now) ELSE updated_at + 1 END
            WHERE \(sql: key.opens) RETURNING \(sql: columns)
            """, as: Cart.self)
    }

    static func askLocked(_ key: CartKey, in transaction: Transaction) throws -> Asked<Cart> {
        try transaction.ask(
            "SELECT \(sql: columns) FROM cart WHERE \(sql: key.opens) FOR UPDATE", as: Cart.self)
    }

    /// What lies in the open cart of a shopper, in the order in which it was added.
    static func askLines(_ key: CartKey, in transaction: Transaction) throws -> Asked<Line> {
        try transaction.ask(
            """
            SELECT variant, quantity FROM cart_line
            WHERE cart = (SELECT id FROM cart WHERE \(sql: key.opens)) ORDER BY added_at, variant
            """
        ) { try Line(variant: $0.next(), quantity: $0.next()) }
    }

    /// In the order in which they were added.
    public func lines(in snapshot: some Reading) throws -> [Line] {
        try snapshot.rows("SELECT variant, quantity FROM cart_line WHERE cart = \(id) ORDER BY added_at, variant") {
            try Line(variant: $0.next(), quantity: $0.next())
        }
    }

    /// How many units are in the open cart of a shopper: for the number beside the basket.
    public static func count(_ key: CartKey, in snapshot: some Reading) throws -> Int {
        try snapshot.value(
            """
            SELECT CAST(SUM(quantity) AS BIGINT) FROM cart_line
            WHERE cart = (SELECT id FROM cart WHERE \(sql: key.opens))
            """) ?? 0
    }

    /// Opens a cart; of a customer, unless another of their browsers has just done so.
    /// - Returns: the cart, and what lies in it already.
    static func open(
        _ key: CartKey, in context: SaleContext, transaction: Transaction, world: World
    ) throws -> (cart: Cart, lines: [Line]) {
        let (digest, customer): ([UInt8]?, Customer.ID?) =
            switch key {
            case .cookie(let token): (token.digest, nil)
            case .customer(let customer, _): (nil, customer)
            }
        if let customer {
            try enter(customer, in: transaction)
            if let open = try lock(key, in: transaction) { return (open, try open.lines(in: transaction)) }
        }
        let now = world.now
        let id = world.id(Cart.self)
        try transaction.run(
            """
            INSERT INTO cart (id, digest, customer, \(sql: SaleContext.columns), created_at, updated_at)
            VALUES (\(id), \(digest), \(customer), \(context.channel), \(context.location), \(context.staff), \(context.device),
            \(context.source), \(context.currency.code), \(now), \(now))
            """)
        return (Cart(id: id, customer: customer, context: context, checkout: nil, updatedAt: now, closedAt: nil), [])
    }

    /// Lets nobody else give this customer a cart until the transaction ends.
    static func enter(_ customer: Customer.ID, in transaction: Transaction) throws {
        try transaction.enter("orders.cart \(customer)")
    }

    /// Ends the cart: its lines went into another one, or have become an order. Its cookie may begin a new one.
    static func close(_ id: ID, in transaction: Transaction, world: World) throws {
        try transaction.run(closing(id, at: world.now))
    }

    /// Ends the cart whose lines have become an order, unless somebody has touched it since its checkout began; a row when so.
    static func askClose(_ checkout: Checkout, in transaction: Transaction, world: World) throws -> Asked<ID> {
        let closing = closing(checkout.cart, at: world.now)
        return try transaction.ask("\(sql: closing) AND updated_at = \(checkout.createdAt) RETURNING id") { try $0.next() }
    }

    private static func closing(_ id: ID, at now: Instant) -> SQL {
        "UPDATE cart SET digest = NULL, closed_at = \(now), updated_at = \(now) WHERE id = \(id)"
    }
}
