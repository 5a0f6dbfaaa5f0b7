import Channels
import Customers
import Database
import Essentials
import Inventory
import Secrets

/// A cart on its way to an order: its prices are fixed, its units are held for a while.
public struct Checkout: Identified, Sendable, Equatable {
    public static let prefix = "chk"
    /// How long units are held.
    public static let time = Duration.minutes(15)
    /// The timer that ends it.
    static let timer = "checkout.expiry"

    public enum State: String, Storable {
        /// Units are held.
        case open
        /// The time ran out, and the units were given back. It can still be paid while they are free.
        case expired
        /// The shopper began again with the same cart.
        case replaced
        case placed
    }

    /// What a checkout is known by.
    public enum Name: Sendable {
        case id(ID)
        /// The secret that the shopper's link holds.
        case link(SecretToken)

        /// Its id, for a statement that need not wait until somebody has looked it up.
        var id: SQL {
            switch self {
            case .id(let id): "\(id)"
            case .link(let token): "(SELECT id FROM checkout WHERE digest = \(token.digest))"
            }
        }
    }

    public let id: ID
    let digest: [UInt8]
    public let cart: Cart.ID
    public let customer: Customer.ID?
    public let context: SaleContext
    /// The channel's own stock; 0 for the shared one.
    let pool: UInt128
    public let total: Money
    public let state: State
    public let createdAt: Instant
    public let expiresAt: Instant

    /// The order that it becomes has the same id.
    public var order: Order.ID { id.retyped() }
}

extension Checkout: Readable {
    static let columns: SQL = """
        id, digest, cart, customer, \(sql: SaleContext.columns), pool, total, state, created_at, expires_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        digest = try row.next()
        cart = try row.next()
        customer = try row.next()
        context = try SaleContext(row: &row)
        pool = try row.next()
        total = try Money(minorUnits: row.next(), currency: context.currency)
        state = try row.next()
        createdAt = try row.next()
        expiresAt = try row.next()
    }

    /// The checkout that a shopper's link stands for.
    public static func find(_ token: SecretToken, in snapshot: some Reading) throws -> Checkout? {
        try snapshot.row("SELECT \(sql: columns) FROM checkout WHERE digest = \(token.digest)", as: Checkout.self)
    }

    static func askLocked(_ name: Name, in transaction: Transaction) throws -> Asked<Checkout> {
        try transaction.ask("SELECT \(sql: columns) FROM checkout WHERE id = \(sql: name.id) FOR UPDATE", as: Checkout.self)
    }

    static func lock(_ id: ID, in transaction: Transaction) throws -> Checkout {
        guard let checkout = try askLocked(.id(id), in: transaction).first() else { throw OrdersRefusal.noCheckout }
        return checkout
    }

    func insert(in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO checkout (\(sql: Self.columns)) VALUES (\(id), \(digest), \(cart), \(customer), \(context.channel),
            \(context.location), \(context.staff), \(context.device), \(context.source), \(context.currency.code), \(pool),
            \(total.minorUnits), \(state), \(createdAt), \(expiresAt))
            """)
    }

    func set(_ state: State, in transaction: Transaction) throws {
        try transaction.run("UPDATE checkout SET state = \(state) WHERE id = \(id)")
    }

    /// What it holds.
    func held(in snapshot: some Reading) throws -> [HeldStock] { try Demand.held(of: id.bits, in: snapshot) }
}
