import Database
import Foundation

/// What may be done with a database file, asked before SQLite touches it.
///
/// Once it has begun, SQLite leaves files beside the database that have its permissions; where nobody may write those, the
/// database stays shut even after its own permissions were put right.
enum FilePermissions {
    /// - Throws: `DatabaseFault.readOnly` when the file, what lies beside it or its folder may not be written, by the name
    ///   of the file that is the reason; `.unreachable` when the file may not even be read.
    static func requireWriting(_ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard !isThere(path) || access(path, R_OK) == 0 else { throw DatabaseFault.unreachable(path) }
        for file in [path, path + "-wal", path + "-shm"] where isThere(file) && access(file, W_OK) != 0 {
            throw DatabaseFault.readOnly(file)
        }
        let place = folder.isEmpty ? "." : folder
        guard !isThere(place) || access(place, W_OK) == 0 else { throw DatabaseFault.readOnly(path) }
    }

    /// Even who only reads a database with a log writes beside it. One without, such as a backup, may be read by everybody.
    /// - Throws: as `requireWriting` does.
    static func requireReading(_ path: String) throws {
        if hasLog(path) { try requireWriting(path) }
    }

    /// Whether the file says that it is written with a log (the 19th byte of its header: sqlite.org/fileformat2.html).
    private static func hasLog(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 20)).map { $0.count == 20 && $0[18] == 2 } ?? false
    }

    private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
