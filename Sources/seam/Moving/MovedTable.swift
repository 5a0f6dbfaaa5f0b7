import Database
import Essentials
import Feed

/// A table as a move copies it: row by row, in the order of its key.
struct MovedTable: Sendable, Equatable {
    struct Column: Sendable, Equatable {
        let name: String
        let kind: Kind
        /// Refers to another row of the same table, which may come later.
        let isOwnReference: Bool
    }

    /// The types of a migration, by PostgreSQL's names.
    enum Kind: String, Sendable {
        case integer = "bigint"
        case small = "smallint"
        case real = "double precision"
        case boolean
        case text
        case bytes = "bytea"
        case uuid

        func read(from row: inout Row) throws -> Value {
            switch self {
            case .integer, .small: try row.next(Int64?.self).stored
            case .real: try row.next(Double?.self).stored
            case .boolean: try row.next(Bool?.self).stored
            case .text: try row.next(String?.self).stored
            case .bytes: try row.next([UInt8]?.self).stored
            case .uuid: try row.next(UInt128?.self).stored
            }
        }
    }

    let name: String
    /// What both databases have; without what an engine writes by itself.
    let columns: [Column]
    /// The columns of the primary key, in its order.
    let key: [String]
    /// The column that the database numbers.
    let number: String?

    /// Where the columns of the key stand among all.
    var keyPositions: [Int] { key.compactMap { name in columns.firstIndex { $0.name == name } } }

    func key(of row: [Value]) -> [Value] { keyPositions.map { row[$0] } }

    func row(_ row: inout Row) throws -> [Value] {
        try columns.map { try $0.kind.read(from: &row) }
    }
}

// MARK: Statements

extension MovedTable {
    /// The next rows behind a key, or the first ones.
    func rows(behind key: [Value]?, limit: Int) -> SQL {
        let condition = key == nil ? "" : " WHERE \(Self.tuple(self.key.map(\.quoted))) > \(Self.tuple(self.key.map { _ in "?" }))"
        return SQL(
            "SELECT \(list) FROM \(name.quoted)\(condition) ORDER BY \(keyList) LIMIT ?", binding: (key ?? []) + [.integer(Int64(limit))])
    }

    /// The row with the greatest key.
    var lastRow: SQL {
        let order = key.map { $0.quoted + " DESC" }.joined(separator: ", ")
        return SQL("SELECT \(list) FROM \(name.quoted) ORDER BY \(order) LIMIT 1", binding: [])
    }

    var count: SQL { SQL("SELECT COUNT(*) FROM \(name.quoted)", binding: []) }

    var anything: SQL { SQL("SELECT 1 FROM \(name.quoted) LIMIT 1", binding: []) }

    /// Adds rows with the numbers that they have. What refers to rows of the same table is filled in later: `references`.
    func insertion(of rows: ArraySlice<[Value]>, saying words: MoveWords) -> SQL {
        let fixed = words.engineColumns[name, default: [:]].sorted { $0.key < $1.key }
        let names = (columns.map(\.name) + fixed.map(\.key)).map(\.quoted).joined(separator: ", ")
        let places = Self.tuple(columns.map { $0.isOwnReference ? "NULL" : "?" } + fixed.map { "\($0.value)" })
        let overriding = number == nil ? "" : words.keepingNumbers
        let text = "INSERT INTO \(name.quoted) (\(names)) \(overriding) VALUES " + rows.map { _ in places }.joined(separator: ", ")
        let values = rows.flatMap { row in zip(row, columns).filter { !$1.isOwnReference }.map(\.0) }
        return SQL(text, binding: values)
    }

    /// What `insertion` left out of a row; nothing when it refers to none.
    func references(of row: [Value]) -> SQL? {
        let open = zip(row, columns).filter { $1.isOwnReference && $0 != .null }
        guard !open.isEmpty else { return nil }
        let changes = open.map { "\($1.name.quoted) = ?" }.joined(separator: ", ")
        let condition = "\(Self.tuple(key.map(\.quoted))) = \(Self.tuple(key.map { _ in "?" }))"
        return SQL("UPDATE \(name.quoted) SET \(changes) WHERE \(condition)", binding: open.map(\.0) + key(of: row))
    }

    var refersToItself: Bool { columns.contains(where: \.isOwnReference) }

    private var list: String { columns.map(\.name.quoted).joined(separator: ", ") }
    private var keyList: String { key.map(\.quoted).joined(separator: ", ") }

    private static func tuple(_ parts: [String]) -> String { "(" + parts.joined(separator: ", ") + ")" }
}

extension String {
    /// As SQL names a table or a column, whatever word it is.
    fileprivate var quoted: String { "\"\(self)\"" }
}
