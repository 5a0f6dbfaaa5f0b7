import Database
import Essentials

extension PriceList: Readable {
    static let columns: SQL = "id, handle, name, currency, created_at"

    public init(row: inout Row) throws {
        id = try row.next()
        handle = try row.next()
        name = try row.next()
        currency = try row.nextCurrency()
        createdAt = try row.next()
    }

    /// - Throws: `CatalogRefusal.unknownPriceList`.
    public static func find(_ id: ID, in reading: some Reading) throws -> PriceList {
        guard let list = try reading.row("SELECT \(sql: columns) FROM price_list WHERE id = \(id)", as: PriceList.self) else {
            throw CatalogRefusal.unknownPriceList
        }
        return list
    }

    public static func find(handle: String, in reading: some Reading) throws -> PriceList? {
        try reading.row("SELECT \(sql: columns) FROM price_list WHERE handle = \(handle)", as: PriceList.self)
    }

    /// All of them, oldest first; a retailer has a few.
    public static func all(in reading: some Reading) throws -> [PriceList] {
        try reading.rows("SELECT \(sql: columns) FROM price_list ORDER BY id", as: PriceList.self)
    }

    static func find(_ ids: some Sequence<ID>, in reading: some Reading) throws -> [ID: PriceList] {
        let wanted = Set(ids)
        return Dictionary(uniqueKeysWithValues: try all(in: reading).filter { wanted.contains($0.id) }.map { ($0.id, $0) })
    }
}

extension Row {
    /// - Throws: `DatabaseFault.engine` for a code that this program does not know.
    mutating func nextCurrency() throws -> Currency {
        let code: String = try next()
        guard let currency = Currency(code) else { throw DatabaseFault.engine("“\(code)” is no currency") }
        return currency
    }

    /// Three columns, the currency first; `nil` when the list or the price is not there.
    mutating func nextPriceWithCurrency() throws -> Price? {
        let code: String? = try next()
        guard let currency = code.flatMap({ Currency($0) }) else {
            skip()
            skip()
            return nil
        }
        return try nextPrice(currency)
    }

    /// Two columns, the amount and what it is compared at; `nil` when there is no price.
    mutating func nextPrice(_ currency: Currency) throws -> Price? {
        let amount: Int64? = try next()
        let compareAt: Int64? = try next()
        return amount.map {
            Price(Money(minorUnits: $0, currency: currency), compareAt: compareAt.map { Money(minorUnits: $0, currency: currency) })
        }
    }
}
