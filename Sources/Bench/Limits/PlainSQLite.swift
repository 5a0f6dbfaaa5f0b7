import GRDBSQLite

/// SQLite as it is, without anything of Seam around it.
final class PlainSQLite {
    private let handle: OpaquePointer

    init(_ file: String) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(file, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        guard code == SQLITE_OK, let opened else { throw BenchFault.plainSQLite("\(file) does not open (\(code))") }
        handle = opened
        sqlite3_busy_timeout(opened, 5_000)
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func run(_ script: String) throws {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw fault(script) }
    }

    func prepare(_ sql: String) throws -> PlainStatement {
        var pointer: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &pointer, nil) == SQLITE_OK, let pointer else { throw fault(sql) }
        return PlainStatement(pointer, fault: { [unowned self] in self.fault(sql) })
    }

    /// All rows of a query.
    func rows(_ sql: String, _ values: [PlainValue] = []) throws -> [[PlainValue]] {
        let statement = try prepare(sql)
        var rows: [[PlainValue]] = []
        try statement.run(values) { rows.append($0) }
        return rows
    }

    private func fault(_ sql: String) -> BenchFault {
        .plainSQLite("\(String(cString: sqlite3_errmsg(handle))) in “\(sql.prefix(120))”")
    }
}

/// A statement that is prepared once and run often.
final class PlainStatement {
    private let pointer: OpaquePointer
    private let fault: () -> BenchFault

    init(_ pointer: OpaquePointer, fault: @escaping () -> BenchFault) {
        self.pointer = pointer
        self.fault = fault
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    func run(_ values: [PlainValue], row: ([PlainValue]) -> Void = { _ in }) throws {
        for (position, value) in values.enumerated() { value.bind(to: pointer, at: Int32(position + 1)) }
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_DONE: return
            case SQLITE_ROW: row((0..<sqlite3_column_count(pointer)).map { PlainValue(of: pointer, at: $0) })
            default: throw fault()
            }
        }
    }
}

/// A cell, as SQLite stores it.
enum PlainValue: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text([UInt8])
    case blob([UInt8])

    var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    var string: String? {
        if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }

    fileprivate init(of statement: OpaquePointer, at column: Int32) {
        func bytes(_ start: UnsafeRawPointer?) -> [UInt8] {
            Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
        }
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT: self = .text(bytes(sqlite3_column_text(statement, column)))
        case SQLITE_BLOB: self = .blob(bytes(sqlite3_column_blob(statement, column)))
        default: self = .null
        }
    }

    fileprivate func bind(to statement: OpaquePointer, at position: Int32) {
        switch self {
        case .null: sqlite3_bind_null(statement, position)
        case .integer(let number): sqlite3_bind_int64(statement, position, number)
        case .real(let number): sqlite3_bind_double(statement, position, number)
        case .text(let bytes):
            _ = bytes.withUnsafeBytes { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, position, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .blob(let bytes):
            _ = bytes.withUnsafeBytes {
                $0.isEmpty
                    ? sqlite3_bind_zeroblob(statement, position, 0)
                    : sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), copied)
            }
        }
    }
}

/// Tells SQLite that bound bytes do not outlive the call.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
