import Channels
import Customers
import Database
import Essentials
import Secrets

/// A sale that was made.
public struct Order: Identified, Sendable, Equatable {
    public static let prefix = "ord"

    public enum State: String, Storable, CaseIterable {
        /// Paid, and its units are promised.
        case placed
        /// The customer has the goods.
        case completed
        case cancelled
    }

    public let id: ID
    /// What people call it. Numbers rise, and may have gaps.
    public let number: Int64
    public let customer: Customer.ID?
    public let context: SaleContext
    let pool: UInt128
    public let total: Money
    public let state: State
    public let placedAt: Instant
    /// Since when units that it waits for may be missing.
    public let endangeredAt: Instant?
}

extension Order: Readable {
    static let columns: SQL = """
        id, number, customer, \(sql: SaleContext.columns), pool, total, state, placed_at, endangered_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        number = try row.next()
        customer = try row.next()
        context = try SaleContext(row: &row)
        pool = try row.next()
        total = try Money(minorUnits: row.next(), currency: context.currency)
        state = try row.next()
        placedAt = try row.next()
        endangeredAt = try row.next()
    }

    public static func find(_ id: ID, in snapshot: some Reading) throws -> Order? {
        try snapshot.row("SELECT \(sql: columns) FROM sales_order WHERE id = \(id)", as: Order.self)
    }

    public static func find(number: Int64, in snapshot: some Reading) throws -> Order? {
        try snapshot.row("SELECT \(sql: columns) FROM sales_order WHERE number = \(number)", as: Order.self)
    }

    /// The order that a shopper's link stands for.
    public static func find(_ token: SecretToken, in snapshot: some Reading) throws -> Order? {
        try snapshot.row("SELECT \(sql: columns) FROM sales_order WHERE digest = \(token.digest)", as: Order.self)
    }

    static func lock(_ id: ID, in transaction: Transaction) throws -> Order {
        let order = try transaction.row("SELECT \(sql: columns) FROM sales_order WHERE id = \(id) FOR UPDATE", as: Order.self)
        guard let order else { throw OrdersRefusal.noOrder }
        return order
    }
}

/// What it takes to write an order.
struct NewOrder {
    let id: Order.ID
    let digest: [UInt8]?
    let customer: Customer.ID?
    let context: SaleContext
    let pool: UInt128
    let total: Money
    let state: Order.State
    let placedAt: Instant

    /// - Returns: the order with its number; `nil` when there is one of this id already.
    func insert(in transaction: Transaction) throws -> Order? {
        try askNumber(in: transaction).first().map { order(numbered: $0) }
    }

    /// Writes the order, and says its number later: none when there is one of this id already.
    func askNumber(in transaction: Transaction) throws -> Asked<Int64> {
        try transaction.ask(
            """
            INSERT INTO sales_order (id, digest, customer, \(sql: SaleContext.columns), pool, reporting_rate, total, state, placed_at)
            VALUES (\(id), \(digest), \(customer), \(context.channel), \(context.location), \(context.staff), \(context.device),
            \(context.source), \(context.currency.code), \(pool), \(Self.sameCurrency), \(total.minorUnits), \(state), \(placedAt))
            ON CONFLICT (id) DO NOTHING RETURNING number
            """
        ) { try $0.next() }
    }

    func order(numbered number: Int64) -> Order {
        Order(
            id: id, number: number, customer: customer, context: context, pool: pool, total: total, state: state, placedAt: placedAt,
            endangeredAt: nil)
    }

    /// Millionths of the reporting currency for one minor unit of the order's. A retailer has one currency until rates come.
    private static let sameCurrency: Int64 = 1_000_000
}
