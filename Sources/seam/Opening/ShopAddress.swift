import ArgumentParser
import Database
import Essentials
import Foundation
import PostgresDatabase
import SQLiteDatabase

/// Where a shop's database is: a file, or an address on a PostgreSQL server.
struct ShopAddress: Sendable, CustomStringConvertible {
    /// What somebody wants with it.
    enum Purpose: Sendable {
        /// To sell: nobody waits for long.
        case serving
        /// To change the shop otherwise. Nobody waits but the one who gave the command.
        case business
        /// To look at a shop that is there, even at one that has moved away. Where there is none, none is made.
        case examination
        /// To move it: nobody else may have it open.
        case move
    }

    let text: String

    /// Whether a PostgreSQL server keeps it.
    var isServer: Bool { text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") }

    /// The path, with or without `sqlite:` in front; `nil` when there is no file.
    var file: String? {
        if isServer { return nil }
        return text.hasPrefix("sqlite:") ? String(text.dropFirst(7)) : text
    }

    /// - Throws: `OpeningRefusal`, when it can be neither a file's nor a server's.
    func verify() throws {
        guard let file else { return }
        if file.isEmpty { throw OpeningRefusal.noAddress }
        guard let match = file.firstMatch(of: /^([A-Za-z][A-Za-z0-9+.-]*):\/\/|^(postgres|postgresql):/) else { return }
        throw OpeningRefusal.unknownAddress(kind: String(match.1 ?? match.2 ?? ""))
    }

    /// For people: never with a password.
    var description: String { file ?? (try? PostgresAddress(text).description) ?? "the database" }

    /// Opens the database and brings its schema up to this program's.
    /// - Parameter bindsSessions: whether the server's processes that serve this one are to run on this one's processors alone.
    /// - Throws: `DatabaseFault`, in one sentence for people; `OpeningRefusal`; `MoveRefusal` when it holds half a shop, or one that moved away.
    func open(for purpose: Purpose = .business, bindsSessions: Bool = false) async throws -> any Database {
        try verify()
        if purpose == .examination, let file, !FileManager.default.fileExists(atPath: file) { throw OpeningRefusal.noShop(description) }
        let opened: any Database
        if let file { opened = try openFile(file, for: purpose) } else { opened = try await openServer(for: purpose, bindsSessions) }
        do {
            if [.serving, .business].contains(purpose) { try await opened.read { try MoveMark.refuseAny(in: $0) } }
            if purpose == .examination { try await opened.read { try MoveMark.refuseHalf(in: $0) } }
            if purpose == .examination, try await !opened.read({ try $0.exists($0.moveWords.table("migration")) }) {
                throw OpeningRefusal.noShop(description)
            }
            try await opened.write { try $0.migrate(ShopSchema.migrations) }
            for table in ShopSchema.partitioned { try await opened.makeRoom(in: table) }
            if purpose == .move { try await refuseOthers(in: opened) }
            return opened
        } catch {
            await opened.close()
            throw error
        }
    }

    private func openFile(_ path: String, for purpose: Purpose) throws -> SQLiteDatabase {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        var options = SQLiteDatabase.Options()
        options.isAlone = purpose == .move
        return try SQLiteDatabase(path: path, options: options)
    }

    private func openServer(for purpose: Purpose, _ bindsSessions: Bool) async throws -> PostgresDatabase {
        var options = PostgresDatabase.Options()
        if bindsSessions { options.sessionProcessors = .own }
        if purpose != .serving { options.statementTimeout = .zero }
        guard purpose == .move else { return try await PostgresDatabase(text, options: options) }
        (options.readers, options.writers) = (1, 1)
        return try await PostgresDatabase(named(Self.ownName), options: options)
    }

    /// The address of the same database for a program that the server knows by this name.
    func named(_ name: String) -> String { text + (text.contains("?") ? "&" : "?") + "application_name=\(name)" }

    /// A server of ours that runs would go on selling from a shop that moves away. One that has just ended is still shown for a
    /// moment, so it is looked for again.
    private func refuseOthers(in database: any Database) async throws {
        guard isServer else { return }
        for _ in 1...30 {
            do {
                return try await database.read { try refuseOthers(in: $0) }
            } catch MoveRefusal.inUse {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        try await database.read { try refuseOthers(in: $0) }
    }

    /// - Throws: `MoveRefusal.inUse` when any other program of ours is connected to the database.
    func refuseOthers(in snapshot: some Reading) throws {
        let others =
            try snapshot.value(
                """
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name LIKE 'seam%' AND application_name <> \(Self.ownName)
                """, as: Int64.self) ?? 0
        guard others == 0 else { throw MoveRefusal.inUse(description, others: others) }
    }

    /// What this process is called at the server while it needs a shop for itself.
    static let ownName = "seam-move-\(getpid())"
}
