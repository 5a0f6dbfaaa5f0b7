import Database
import Essentials
import Foundation

/// A change of many products at once, which can be taken back.
public struct BulkEdit: Identified, Sendable, Equatable {
    public static let prefix = "blk"
    /// So many products are changed at once at most.
    public static let most = 2_000
    /// So many in one transaction: few enough that a shop that is selling hardly waits.
    public static let piece = 40

    public let id: ID
    public let at: Instant
    /// `stf_…`
    public let actor: String
    public let change: BulkChange
    public let undoneAt: Instant?

    /// What became of its products.
    public struct Tally: Sendable, Equatable {
        public var done = 0
        public var undone = 0
        /// Somebody had changed them since, so they were left as they are.
        public var leftAlone = 0
        /// Changed by somebody between the look and the change, or refused.
        public var skipped = 0

        public init() {}
    }

    /// How one of its products stands.
    enum State: Int64 {
        case done = 0
        case undone = 1
        case leftAlone = 2
        case skipped = 3
    }
}

extension BulkEdit: Readable {
    static let columns: SQL = "id, at, actor, change, undone_at"

    public init(row: inout Row) throws {
        id = try row.next()
        at = try row.next()
        actor = try row.next()
        change = try JSONDecoder().decode(BulkChange.self, from: Data(row.next(String.self).utf8))
        undoneAt = try row.next()
    }

    /// - Throws: `CatalogRefusal.unknownEdit`.
    public static func find(_ id: ID, in reading: some Reading) throws -> BulkEdit {
        guard let edit = try reading.row("SELECT \(sql: columns) FROM bulk_edit WHERE id = \(id)", as: BulkEdit.self) else {
            throw CatalogRefusal.unknownEdit
        }
        return edit
    }

    /// The newest first.
    public static func latest(limit: Int, in reading: some Reading) throws -> [BulkEdit] {
        try reading.rows("SELECT \(sql: columns) FROM bulk_edit ORDER BY id DESC LIMIT \(limit)")
    }

    /// The first of its products, by title, that were left as they were: when it was done, or when it was undone.
    public static func untouched(of id: ID, limit: Int, in reading: some Reading) throws -> [(product: Product.ID, title: String)] {
        try reading.rows(
            """
            SELECT p.id, p.title FROM bulk_edit_product e JOIN product p ON p.id = e.product
            WHERE e.edit = \(id) AND e.state IN (\(State.leftAlone.rawValue), \(State.skipped.rawValue)) ORDER BY p.title_key, p.seq LIMIT \(limit)
            """
        ) { try (product: $0.next(), title: $0.next()) }
    }

    /// What became of the products of several.
    public static func tallies(of ids: [ID], in reading: some Reading) throws -> [ID: Tally] {
        var tallies: [ID: Tally] = [:]
        try reading.each(
            "SELECT edit, state, count(*) FROM bulk_edit_product WHERE edit IN \(list: ids) GROUP BY edit, state"
        ) { row in
            let (id, state, count) = try (row.next(ID.self), row.next(Int64.self), row.next(Int.self))
            switch State(rawValue: state) {
            case .done: tallies[id, default: Tally()].done = count
            case .undone: tallies[id, default: Tally()].undone = count
            case .leftAlone: tallies[id, default: Tally()].leftAlone = count
            case .skipped: tallies[id, default: Tally()].skipped = count
            case nil: break
            }
        }
        return tallies
    }
}
