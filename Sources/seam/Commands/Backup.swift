import ArgumentParser
import Database
import Essentials
import Feed
import Foundation
import SQLiteDatabase

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy the database into one file while the shop goes on.")
    @Argument(help: "The file to write; it must not be there yet.") var file: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw ValidationError("There is a file \(file) already; a backup overwrites nothing.")
        }
        let problems = try await explaining {
            let source = try options.fileOnly(
                "A PostgreSQL database is copied with its own tools: pg_dump --format=custom, or a base backup with its log.")
            try SQLiteDatabase.backUp(source, to: file)
            return try SQLiteDatabase.problems(of: file)
        }
        guard problems.isEmpty else { throw Explained(description: "The copy is damaged: \(problems[0])") }
        print("\(file) holds a sound copy.")
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the place of the database; what was there is kept beside it.")
    @Argument(help: "The backup.") var file: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let former = try await explaining {
            let target = try options.fileOnly(
                "A PostgreSQL database is restored with its own tools: pg_restore, or a base backup with its log.")
            let former = try SQLiteDatabase.restore(file, to: target)
            // Cursors of before the restore must be recognised as such.
            try await withShop(options) { database in
                _ = try await database.write { try Feed.beginEpoch(in: $0, world: .live) }
            }
            return former
        }
        print("Restored from \(file)." + (former.map { " The former database is \($0)." } ?? ""))
    }
}
