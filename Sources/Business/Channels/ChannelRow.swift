import Catalog
import Database
import Essentials

/// A row of `channel`: the channel without its locations.
struct ChannelRow: Sendable, Equatable, Readable {
    static let columns: SQL = """
        id, kind, handle, name, purpose, currency, language, price_list, share_percent, buffer, cap, stop_at, stock, version, \
        created_at, updated_at, archived_at
        """

    let id: Channel.ID
    let kind: Channel.Kind
    let settings: ChannelSettings
    let rule: StockRule
    let stock: Channel.Stock
    let version: Int
    let createdAt: Instant
    let updatedAt: Instant
    let archivedAt: Instant?

    init(row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        settings = try ChannelSettings(row: &row)
        rule = try StockRule(sharePercent: row.next(), buffer: row.next(), cap: row.next(), stopAt: row.next())
        stock = try row.next()
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        archivedAt = try row.next()
    }
}

extension ChannelSettings: Readable {
    public init(row: inout Row) throws {
        let handle: String = try row.next()
        let name: String = try row.next()
        let purpose: String = try row.next()
        let code: String = try row.next()
        guard let currency = Currency(code) else { throw DatabaseFault.engine("“\(code)” is no currency") }
        try self.init(
            handle: handle, name: name, purpose: purpose, currency: currency, language: row.next(), priceList: row.next())
    }
}
