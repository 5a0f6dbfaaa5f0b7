import Database
import GRDBSQLite

/// A prepared statement, and the row that it stands on.
final class SQLiteStatement: Cells {
    let pointer: OpaquePointer
    /// A statement that is being stepped may not be stepped again by a query inside its own rows.
    var isBusy = false
    /// Whether the connection keeps it for the next time.
    var isKept = true

    init(pointer: OpaquePointer) {
        self.pointer = pointer
    }

    func bind(_ bindings: [Value]) {
        for (index, value) in bindings.enumerated() {
            let position = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(pointer, position)
            case .integer(let integer): sqlite3_bind_int64(pointer, position, integer)
            case .real(let real): sqlite3_bind_double(pointer, position, real)
            case .boolean(let flag): sqlite3_bind_int64(pointer, position, flag ? 1 : 0)
            case .text(var text):
                text.withUTF8 { utf8 in
                    _ = utf8.withMemoryRebound(to: CChar.self) { characters in
                        sqlite3_bind_text(pointer, position, characters.baseAddress ?? Self.nothing, Int32(characters.count), Self.copied)
                    }
                }
            case .bytes(let bytes):
                if bytes.isEmpty {
                    sqlite3_bind_zeroblob(pointer, position, 0)
                } else {
                    _ = bytes.withUnsafeBytes { sqlite3_bind_blob(pointer, position, $0.baseAddress, Int32($0.count), Self.copied) }
                }
            case .uuid(let bits):
                withUnsafeBytes(of: bits.bigEndian) { _ = sqlite3_bind_blob(pointer, position, $0.baseAddress, 16, Self.copied) }
            }
        }
    }

    /// Ends the run and lets go of what was bound.
    func reset() {
        if isKept {
            sqlite3_reset(pointer)
            isBusy = false
        } else {
            sqlite3_finalize(pointer)
        }
    }

    // MARK: Cells

    func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64? {
        type(column) == SQLITE_INTEGER ? sqlite3_column_int64(pointer, Int32(column)) : nil
    }

    func real(_ column: Int) -> Double? {
        let type = type(column)
        return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? sqlite3_column_double(pointer, Int32(column)) : nil
    }

    func boolean(_ column: Int) -> Bool? { integer(column).map { $0 != 0 } }

    func text(_ column: Int) -> String? {
        guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(pointer, Int32(column)) else { return nil }
        let length = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8]? {
        guard type(column) == SQLITE_BLOB else { return nil }
        let length = Int(sqlite3_column_bytes(pointer, Int32(column)))
        guard length > 0, let start = sqlite3_column_blob(pointer, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: length))
    }

    func uuid(_ column: Int) -> UInt128? {
        guard type(column) == SQLITE_BLOB, sqlite3_column_bytes(pointer, Int32(column)) == 16,
            let start = sqlite3_column_blob(pointer, Int32(column))
        else { return nil }
        return UInt128(bigEndian: start.loadUnaligned(as: UInt128.self))
    }

    private func type(_ column: Int) -> Int32 { sqlite3_column_type(pointer, Int32(column)) }

    /// `SQLITE_TRANSIENT`: SQLite copies what is bound, so no buffer has to outlive the call.
    private nonisolated(unsafe) static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// A null pointer would bind NULL; an empty text needs an address.
    private nonisolated(unsafe) static let nothing: UnsafePointer<CChar> = {
        let empty = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        empty.initialize(to: 0)
        return UnsafePointer(empty)
    }()
}
