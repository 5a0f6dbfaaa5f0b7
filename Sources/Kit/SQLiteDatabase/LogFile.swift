import Database
import Foundation

/// The write-ahead log beside a database file, to be brought to the disk.
///
/// SQLite's own commit writes it; whoever syncs it needs a descriptor of the same file, not the same descriptor.
final class LogFile: Sendable {
    private let descriptor: Int32
    private let path: String

    /// - Throws: `DatabaseFault.unreachable` when there is no log: the database is not in that mode, or nothing was ever written.
    init(of database: String) throws {
        path = database
        descriptor = open(database + "-wal", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw DatabaseFault.unreachable(database) }
    }

    /// Returns when everything that was written before the call is on the disk.
    /// - Throws: `DatabaseFault.unsynced`: the system may have dropped what it could not write, so that a second try proves nothing.
    func sync() throws {
        #if canImport(Darwin)
            let code = fcntl(descriptor, F_FULLFSYNC)
        #else
            let code = fdatasync(descriptor)
        #endif
        guard code == 0 else { throw DatabaseFault.unsynced(path) }
    }

    deinit {
        close(descriptor)
    }
}
