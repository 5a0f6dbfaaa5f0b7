import ArgumentParser
import Database
import Essentials
import Foundation

struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Move a whole shop to another database: from a file to a PostgreSQL server, or back.",
        discussion: """
            The shop's servers must be stopped. A move can be stopped and started again; it goes on where it was. When it is done, \
            the shop lives in the new database: the old one stays as it is, and refuses to be served.
            """)
    @Option(help: "The database where the shop is: sqlite:PATH, or postgres://…") var from: String
    @Option(help: "The empty database to which it moves.") var to: String?
    @Flag(help: "Instead of moving, let the shop at --from be served again: the move is given up.") var reopen = false

    func validate() throws {
        guard (to == nil) == reopen else { throw ValidationError("Say either where the shop moves to, with --to, or --reopen.") }
    }

    func run() async throws {
        let source = ShopAddress(text: from)
        try await explaining {
            try source.verify()
            if let file = source.file, !FileManager.default.fileExists(atPath: file) { throw DatabaseFault.absent(file) }
            guard let to else { return try await openAgain(source) }
            try await move(source, to: ShopAddress(text: to))
        }
    }

    private func openAgain(_ source: ShopAddress) async throws {
        try await withShop(at: source, for: .move) { try await $0.write { try MoveMark.clear(in: $0) } }
        print("\(source) can be served again.")
    }

    private func move(_ source: ShopAddress, to target: ShopAddress) async throws {
        try target.verify()
        guard !(source.file != nil && target.file != nil) else { throw MoveRefusal.sameEngine }
        try await withShop(at: source, for: .move) { old in
            try await withShop(at: target, for: .move) { new in
                let move = ShopMove(source: old, target: new, names: (source.description, target.description))
                let line = ProgressLine()
                let counts = try await move.run(world: .live) { progress in
                    line.show("\(progress.table): \(progress.done.formatted()) of \(progress.all.formatted()) rows")
                }
                line.clear()
                print(Self.table(counts))
                try await compare(old, new, source, target)
            }
        }
    }

    private func compare(_ old: any Database, _ new: any Database, _ source: ShopAddress, _ target: ShopAddress) async throws {
        let (before, after) = try await (examineShop(in: old), examineShop(in: new))
        for (name, findings) in [("\(source)", before), ("\(target)", after)] {
            print("\(name): " + (findings.isEmpty ? "everything adds up." : "\(findings.count) findings."))
            for finding in findings { print("  \(finding)") }
        }
        guard before == after else {
            throw Explained(description: "The two databases do not say the same. Do not serve the new one; the old one can be reopened.")
        }
        print("The shop has moved. Serve it from \(target); the old database is left as it was.")
    }

    /// How many rows lie on both sides, a line for each table that has any.
    static func table(_ counts: [ShopMove.Count]) -> String {
        let width = counts.map(\.table.count).max() ?? 0
        func column(_ text: String) -> String { String(repeating: " ", count: max(1, 16 - text.count)) + text }
        let lines = counts.filter { $0.source + $0.target > 0 }.map { count in
            count.table.padding(toLength: width, withPad: " ", startingAt: 0) + column(count.source.formatted())
                + column(count.target.formatted())
        }
        let head = "table".padding(toLength: width, withPad: " ", startingAt: 0) + column("rows before") + column("rows after")
        return ([head] + lines).joined(separator: "\n")
    }
}
