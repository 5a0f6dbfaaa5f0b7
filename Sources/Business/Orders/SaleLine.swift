import Catalog
import Database
import Essentials
import Inventory
import Ledger
import Places

/// One line of a checkout and of the order that it becomes, with the words and prices of the moment.
public struct SaleLine: Sendable, Equatable {
    public let position: Int
    public let variant: Variant.ID
    public let title: String
    public let sku: String?
    public let quantity: Int64
    /// What one unit is sold for.
    public let unitPrice: Money
    /// What it cost on the channel's price list then.
    public let listPrice: Money
    /// What was taken off the line as a whole.
    public let discount: Money
    /// Why it was sold for less than the list price, where somebody decided so.
    public let reason: ReductionReason?

    init(
        position: Int, variant: Variant.ID, title: String, sku: String?, quantity: Int64, unitPrice: Money, listPrice: Money,
        discount: Money? = nil, reason: ReductionReason? = nil
    ) {
        self.position = position
        self.variant = variant
        self.title = title
        self.sku = sku
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.listPrice = listPrice
        self.discount = discount ?? .zero(unitPrice.currency)
        self.reason = reason
    }

    public var total: Money { unitPrice * quantity - discount }

    static func insert(_ lines: [SaleLine], of sale: UInt128, in transaction: Transaction) throws {
        var insert: SQL =
            "INSERT INTO sale_line (sale, position, variant, title, sku, quantity, unit_price, list_price, discount, reason) VALUES "
        for line in lines {
            if line.position > 0 { insert += ", " }
            insert += """
                (\(sale), \(line.position), \(line.variant), \(line.title), \(line.sku), \(line.quantity), \
                \(line.unitPrice.minorUnits), \(line.listPrice.minorUnits), \
                \(line.discount.minorUnits), \(line.reason))
                """
        }
        try transaction.run(insert)
    }

    static func of(_ sale: UInt128, in currency: Currency, in snapshot: some Reading) throws -> [SaleLine] {
        try snapshot.rows(lines(of: sale)) { try SaleLine(row: &$0, in: currency) }
    }

    static func ask(of sale: UInt128, in currency: Currency, in transaction: Transaction) throws -> Asked<SaleLine> {
        try transaction.ask(lines(of: sale)) { try SaleLine(row: &$0, in: currency) }
    }

    private static func lines(of sale: UInt128) -> SQL {
        """
        SELECT position, variant, title, sku, quantity, unit_price, list_price, discount, reason FROM sale_line
        WHERE sale = \(sale) ORDER BY position
        """
    }

    private init(row: inout Row, in currency: Currency) throws {
        position = try row.next()
        variant = try row.next()
        title = try row.next()
        sku = try row.next()
        quantity = try row.next()
        unitPrice = try Money(minorUnits: row.next(), currency: currency)
        listPrice = try Money(minorUnits: row.next(), currency: currency)
        discount = try Money(minorUnits: row.next(), currency: currency)
        reason = try row.next()
    }
}

/// What a line wants from the shelves: a variant, so many units, at a location. A bundle is more demand, not another
/// kind of line.
public struct Demand: Sendable, Equatable {
    public let position: Int
    public let part: Int
    public let variant: Variant.ID
    public let quantity: Int64
    public let location: Location.ID
    public let hold: Hold.ID?
    public let allowance: Hold.ID?

    /// The demand of lines whose units are held: each line has what was held of its variant.
    static func of(_ lines: [SaleLine], held: [HeldStock]) -> [Demand] {
        let byVariant = Dictionary(grouping: held, by: \.variant)
        return lines.flatMap { line in
            (byVariant[line.variant] ?? []).enumerated().map { part, held in
                Demand(
                    position: line.position, part: part, variant: held.variant, quantity: held.quantity, location: held.location,
                    hold: held.hold, allowance: held.allowance)
            }
        }
    }

    static func insert(_ demands: [Demand], of sale: UInt128, in transaction: Transaction) throws {
        guard !demands.isEmpty else { return }
        var insert: SQL = "INSERT INTO sale_demand (sale, position, part, variant, quantity, location, hold, allowance) VALUES "
        for (index, demand) in demands.enumerated() {
            if index > 0 { insert += ", " }
            insert += """
                (\(sale), \(demand.position), \(demand.part), \(demand.variant), \(demand.quantity), \(demand.location), \
                \(demand.hold), \(demand.allowance))
                """
        }
        try transaction.run(insert)
    }

    public static func of(_ sale: UInt128, in snapshot: some Reading) throws -> [Demand] {
        try snapshot.rows(demand(of: sale), as: Demand.self)
    }

    static func ask(of sale: UInt128, in transaction: Transaction) throws -> Asked<Demand> {
        try transaction.ask(demand(of: sale), as: Demand.self)
    }

    private static func demand(of sale: UInt128) -> SQL {
        """
        SELECT position, part, variant, quantity, location, hold, allowance FROM sale_demand
        WHERE sale = \(sale) ORDER BY position, part
        """
    }

    static func held(of sale: UInt128, in snapshot: some Reading) throws -> [HeldStock] {
        try of(sale, in: snapshot).compactMap(\.held)
    }

    /// What is kept for it; `nil` for what was taken from the shelf at once.
    var held: HeldStock? {
        hold.map { HeldStock(variant: variant, location: location, quantity: quantity, hold: $0, allowance: allowance) }
    }
}

extension Demand: Readable {
    public init(row: inout Row) throws {
        position = try row.next()
        part = try row.next()
        variant = try row.next()
        quantity = try row.next()
        location = try row.next()
        hold = try row.next()
        allowance = try row.next()
    }
}
