import Database
import Foundation
import GRDB
import GRDBSQLite

/// The file as GRDB opens and configures it. The only file that names GRDB: its `Database` is another than ours.
final class SQLiteFile {
    enum Access {
        case reading, writing
    }

    let path: String
    private let queue: DatabaseQueue
    /// For statements that are prepared once and stepped directly.
    let handle: OpaquePointer

    /// - Throws: `DatabaseFault` in one sentence.
    init(path: String, access: Access, cacheKilobytes: Int) throws {
        SQLiteMemory.leaveUncounted()
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes); PRAGMA temp_store = MEMORY")
        }
        self.path = path
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw DatabaseFault(code: error.resultCode.rawValue, message: error.message ?? "", path: path)
        }
        guard let handle = queue.inDatabase({ $0.sqliteConnection }) else { throw DatabaseFault.closed }
        self.handle = handle
        // Transactions are begun and ended on the handle itself; GRDB's observers would miss their beginning.
        sqlite3_commit_hook(handle, nil, nil)
        sqlite3_rollback_hook(handle, nil, nil)
        sqlite3_update_hook(handle, nil, nil)
    }

    /// Copies the database, page by page, while others read and write it.
    func backUp(to target: SQLiteFile) throws {
        do {
            try queue.backup(to: target.queue)
        } catch let error as DatabaseError {
            throw DatabaseFault(code: error.resultCode.rawValue, message: error.message ?? "", path: target.path)
        }
    }

    func close() {
        try? queue.close()
    }
}
