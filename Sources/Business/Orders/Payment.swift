import Database
import Essentials

/// An attempt to take money for a sale.
public struct Payment: Identified, Sendable, Equatable {
    public static let prefix = "pay"

    public enum State: String, Storable {
        /// The provider was asked, and its answer is not known yet.
        case pending
        case captured
        case declined
        /// Taken and given back, because the units were gone.
        case refunded
    }

    public let id: ID
    /// The checkout's and order's id.
    public let sale: UInt128
    public let provider: String
    public let amount: Money
    public let state: State
    /// The provider's own name for it.
    public let reference: String?
    public let createdAt: Instant
}

extension Payment: Readable {
    static let columns: SQL = "id, sale, provider, amount, currency, state, reference, created_at"

    public init(row: inout Row) throws {
        id = try row.next()
        sale = try row.next()
        provider = try row.next()
        amount = try Money(minorUnits: row.next(), currency: row.nextCurrency())
        state = try row.next()
        reference = try row.next()
        createdAt = try row.next()
    }

    public static func of(_ sale: UInt128, in snapshot: some Reading) throws -> [Payment] {
        try snapshot.rows("SELECT \(sql: columns) FROM payment WHERE sale = \(sale) ORDER BY id", as: Payment.self)
    }

    /// Attempts whose outcome should be known by now, the oldest first.
    static func unsettled(before: Instant, limit: Int, in snapshot: some Reading) throws -> [Payment] {
        try snapshot.rows(
            """
            SELECT \(sql: columns) FROM payment WHERE state = \(word: State.pending) AND created_at <= \(before) ORDER BY created_at LIMIT \(limit)
            """, as: Payment.self)
    }

    static func askLocked(_ id: ID, in transaction: Transaction) throws -> Asked<Payment> {
        try transaction.ask("SELECT \(sql: columns) FROM payment WHERE id = \(id) FOR UPDATE", as: Payment.self)
    }

    static func lock(_ id: ID, in transaction: Transaction) throws -> Payment {
        guard let payment = try askLocked(id, in: transaction).first() else { throw OrdersRefusal.noPayment }
        return payment
    }

    /// How the attempts at a checkout stand. Asked without the word `pending`: the index of what is pending everywhere would be
    /// looked through for it.
    static func askStates(for checkout: Checkout.Name, in transaction: Transaction) throws -> Asked<State> {
        try transaction.ask("SELECT state FROM payment WHERE sale = \(sql: checkout.id)") { try $0.next() }
    }

    /// Whether an attempt is not settled.
    static func isPending(for checkout: Checkout.ID, in snapshot: some Reading) throws -> Bool {
        try snapshot.values("SELECT state FROM payment WHERE sale = \(checkout)", as: State.self).contains(.pending)
    }

    /// - Throws: `OrdersRefusal.paymentUnderWay`.
    static func refuseWhilePending(for checkout: Checkout.ID, in snapshot: some Reading) throws {
        guard try !isPending(for: checkout, in: snapshot) else { throw OrdersRefusal.paymentUnderWay }
    }

    func insert(in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO payment (\(sql: Self.columns), updated_at) VALUES (\(id), \(sale), \(provider), \(amount.minorUnits),
            \(amount.currency.code), \(state), \(reference), \(createdAt), \(createdAt))
            """)
    }

    func set(_ state: State, reference: String?, in transaction: Transaction, world: World) throws {
        try transaction.run(
            "UPDATE payment SET state = \(state), reference = \(reference), updated_at = \(world.now) WHERE id = \(id)")
    }
}
