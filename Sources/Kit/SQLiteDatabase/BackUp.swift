import Database
import Essentials
import Foundation

extension SQLiteDatabase {
    /// Copies the database into a new file, while it is read and written. The copy appears under its name only when it is whole.
    /// - Throws: `DatabaseFault.engine` when there is a file of that name already; `.absent` when there is nothing to copy;
    ///   `.unreachable` when there is no folder.
    public static func backUp(_ path: String, to target: String) throws {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw DatabaseFault.engine("\(target) exists already; a backup never overwrites anything")
        }
        let source = try existing(path)
        defer { source.close() }
        let part = target + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            let copy = try SQLiteFile(path: part, access: .writing, cacheKilobytes: 2_048)
            try source.file.backUp(to: copy)
            let connection = SQLiteConnection(copy)
            // One file, with nothing beside it.
            try connection.command("PRAGMA journal_mode = DELETE")
            connection.close()
            try FileManager.default.moveItem(atPath: part, toPath: target)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// Puts a backup in the place of a database that nobody has open. What was there before is kept beside it.
    /// - Returns: where the former database lies now, if there was one.
    /// - Throws: `DatabaseFault.foreign` for a file that is no sound backup; `.locked` while a program has the database open.
    public static func restore(_ backup: String, to path: String) throws -> String? {
        let source = try existing(backup)
        defer { source.close() }
        guard try problems(of: source).isEmpty else { throw DatabaseFault.foreign(backup) }
        let lock = try FileLock(beside: path, .exclusive)
        defer { lock.release() }

        let part = path + ".restoring"
        try? FileManager.default.removeItem(atPath: part)
        let copy = try SQLiteFile(path: part, access: .writing, cacheKilobytes: 2_048)
        try source.file.backUp(to: copy)
        SQLiteConnection(copy).close()
        let former = try setAside(path)
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return former
    }

    /// What SQLite finds wrong with the file; empty when it is sound.
    public static func problems(of path: String) throws -> [String] {
        let connection = try existing(path)
        defer { connection.close() }
        return try problems(of: connection)
    }

    private static func problems(of connection: SQLiteConnection) throws -> [String] {
        var problems: [String] = []
        try connection.query("PRAGMA integrity_check(100)") { row in
            let line: String = try row.next()
            if line != "ok" { problems.append(line) }
            return true
        }
        return problems
    }

    /// A connection that reads a database of Seam's that is there already.
    private static func existing(_ path: String) throws -> SQLiteConnection {
        guard FileManager.default.fileExists(atPath: path) else { throw DatabaseFault.absent(path) }
        try FilePermissions.requireReading(path)
        let connection = SQLiteConnection(try SQLiteFile(path: path, access: .reading, cacheKilobytes: 2_048))
        guard try connection.number("PRAGMA application_id") == applicationID else {
            connection.close()
            throw DatabaseFault.foreign(path)
        }
        return connection
    }

    /// The file and what SQLite keeps beside it, under a name that says when.
    private static func setAside(_ path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).before-\(number)") { number += 1 }
        let former = "\(path).before-\(number)"
        for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
            try FileManager.default.moveItem(atPath: path + ending, toPath: former + ending)
        }
        return former
    }
}
