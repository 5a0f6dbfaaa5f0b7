import Database
import Essentials
import Ledger

/// Where orders, payments and the ledger say different things.
public enum OrderDifference: Sendable, Equatable {
    /// An order without lines, or one whose lines do not sum to its total.
    case total(Order.ID, lines: Money, order: Money)
    /// The captured payments are not the order's total.
    case paid(Order.ID, payments: Money, order: Money)
    /// What the ledger took for an order is not what its payments say.
    case booked(Order.ID, ledger: Money, payments: Money)
    /// A checkout says that it became an order, and there is none.
    case missing(Checkout.ID)
    /// A captured payment whose sale is no order.
    case stray(Payment.ID)
}

/// Holds orders against their lines, their payments and the ledger.
/// - Parameter limit: how many of each kind are reported.
public func checkOrders(limit: Int = 100, in snapshot: some Reading) throws -> [OrderDifference] {
    try totals(limit, in: snapshot) + paid(limit, in: snapshot) + booked(limit, in: snapshot)
        + snapshot.rows(
            """
            SELECT id FROM checkout WHERE state = \(Checkout.State.placed)
            AND NOT EXISTS (SELECT 1 FROM sales_order WHERE sales_order.id = checkout.id) LIMIT \(limit)
            """
        ) { try .missing($0.next()) }
        + snapshot.rows(
            """
            SELECT id FROM payment WHERE state = \(Payment.State.captured)
            AND NOT EXISTS (SELECT 1 FROM sales_order WHERE sales_order.id = payment.sale) LIMIT \(limit)
            """
        ) { try .stray($0.next()) }
}

private func totals(_ limit: Int, in snapshot: some Reading) throws -> [OrderDifference] {
    try snapshot.rows(
        """
        SELECT id, currency, said, total FROM (
            SELECT id, currency, total,
                CAST(COALESCE((SELECT SUM(quantity * unit_price - discount) FROM sale_line WHERE sale = sales_order.id), -1) AS BIGINT) AS said
            FROM sales_order
        ) AS told WHERE said <> total ORDER BY id LIMIT \(limit)
        """
    ) { row in
        let (id, currency) = try (row.next(Order.ID.self), row.nextCurrency())
        return try .total(
            id, lines: Money(minorUnits: row.next(), currency: currency), order: Money(minorUnits: row.next(), currency: currency))
    }
}

private func paid(_ limit: Int, in snapshot: some Reading) throws -> [OrderDifference] {
    try snapshot.rows(
        """
        SELECT id, currency, paid, total FROM (
            SELECT id, currency, total, CAST(COALESCE(
                (SELECT SUM(amount) FROM payment WHERE sale = sales_order.id AND payment.state = \(Payment.State.captured)), 0)
                AS BIGINT) AS paid
            FROM sales_order WHERE state <> \(Order.State.cancelled)
        ) AS told WHERE paid <> total ORDER BY id LIMIT \(limit)
        """
    ) { row in
        let (id, currency) = try (row.next(Order.ID.self), row.nextCurrency())
        return try .paid(
            id, payments: Money(minorUnits: row.next(), currency: currency), order: Money(minorUnits: row.next(), currency: currency))
    }
}

/// The ledger is asked for what came from customers and went back to them, by document.
private func booked(_ limit: Int, in snapshot: some Reading) throws -> [OrderDifference] {
    var captured: [UInt128: (Currency, Int64)] = [:]
    try snapshot.each(
        """
        SELECT sale, currency, CAST(SUM(CASE WHEN state = \(Payment.State.captured) THEN amount ELSE 0 END) AS BIGINT) FROM payment
        WHERE sale IN (SELECT id FROM sales_order) GROUP BY sale, currency
        """
    ) { row in captured[try row.next()] = try (row.nextCurrency(), row.next()) }
    let currencies = Set(captured.values.map(\.0))
    var differences: [OrderDifference] = []
    for currency in currencies.sorted(by: { $0.code < $1.code }) {
        let booked = try Ledger.sums(from: .customers(currency), in: snapshot)
        for (sale, (_, amount)) in captured.filter({ $0.value.0 == currency }) where booked[sale] ?? 0 != amount {
            differences.append(
                .booked(
                    Order.ID(bits: sale), ledger: Money(minorUnits: booked[sale] ?? 0, currency: currency),
                    payments: Money(minorUnits: amount, currency: currency)))
        }
    }
    return Array(differences.prefix(limit))
}
