import Database
import GRDBSQLite

/// One connection to the file, used by one thread at a time: it is handed on, never shared.
///
/// Statements are prepared once and stepped directly: a checkout runs about a hundred of them, and each allocation counts.
final class SQLiteConnection: Connection, @unchecked Sendable {
    let engine = Engine.sqlite
    let file: SQLiteFile
    private let handle: OpaquePointer
    private var prepared: [String: SQLiteStatement] = [:]
    private let trace: (@Sendable (String) -> Void)?

    init(_ file: SQLiteFile, trace: (@Sendable (String) -> Void)? = nil) {
        self.file = file
        self.trace = trace
        handle = file.handle
    }

    func query(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let statement = try statement(for: sql)
        defer { statement.reset() }
        while true {
            switch sqlite3_step(statement.pointer) {
            case SQLITE_ROW:
                var row = Row(statement)
                guard try body(&row) else { return }
            case SQLITE_DONE: return
            case let code: throw fault(code)
            }
        }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let statement = try statement(for: sql)
        defer { statement.reset() }
        while true {
            switch sqlite3_step(statement.pointer) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(handle))
            case let code: throw fault(code)
            }
        }
    }

    func define(_ script: String) throws {
        try define(script, clustered: [])
    }

    func define(_ script: String, clustered: [String]) throws {
        try command(SQLiteDialect.definition(script, clustered: clustered))
    }

    func enter(_ door: String) {}

    /// Runs text without parameters: `BEGIN`, `PRAGMA …`.
    func command(_ text: String) throws {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw fault(code) }
    }

    /// The first cell of a pragma or the like, as a number.
    func number(_ text: String) throws -> Int64 {
        var number: Int64 = 0
        try query(SQL(stringLiteral: text)) { row in
            number = try row.next()
            return false
        }
        return number
    }

    /// Pages that the last commit left in the write-ahead log; counted once `countsLog()` was called.
    private(set) var pagesInLog = 0

    /// Counts the log's pages instead of having SQLite copy them back inside a commit.
    func countsLog() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().pagesInLog = Int(pages)
                return SQLITE_OK
            }, context)
    }

    /// Copies as much of the log into the file as readers allow, and waits for nobody. What fails is tried again with the next.
    func checkpoint() {
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// Whether a transaction is open. SQLite ends one by itself when the disk fills in the middle of it.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func close() {
        for statement in prepared.values { sqlite3_finalize(statement.pointer) }
        prepared = [:]
        file.close()
    }

    private func statement(for sql: SQL) throws -> SQLiteStatement {
        trace?(sql.text)
        if let known = prepared[sql.text], !known.isBusy {
            known.isBusy = true
            known.bind(sql.bindings)
            return known
        }
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, SQLiteDialect.statement(sql.text), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw fault(code) }
        let statement = SQLiteStatement(pointer: pointer)
        if prepared[sql.text] == nil {
            if prepared.count >= Self.preparedLimit { forgetOne() }
            prepared[sql.text] = statement
        } else {
            // The same statement inside its own rows: a second one, which goes with its query.
            statement.isKept = false
        }
        statement.isBusy = true
        statement.bind(sql.bindings)
        return statement
    }

    private func forgetOne() {
        for (text, statement) in prepared where !statement.isBusy {
            sqlite3_finalize(statement.pointer)
            prepared[text] = nil
            return
        }
    }

    private func fault(_ code: Int32) -> DatabaseFault {
        DatabaseFault(code: code, message: String(cString: sqlite3_errmsg(handle)), path: file.path)
    }

    /// More than the product has; lists of changing length are padded so that they stay few.
    private static let preparedLimit = 1_000
}

extension DatabaseFault {
    /// From SQLite's result code, which may be an extended one.
    init(code: Int32, message: String, path: String) {
        switch code & 0xff {
        case SQLITE_FULL: self = .full(path)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path)
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self = .readOnly(path)
        case SQLITE_NOTADB: self = .foreign(path)
        case SQLITE_CANTOPEN: self = .unreachable(path)
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_CORRUPT: self = .engine("\(path) is damaged; keep it, and put the last backup in its place with seam restore")
        default: self = .engine("\(message) (SQLite \(code))")
        }
    }
}
