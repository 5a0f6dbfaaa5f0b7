import Database
import Foundation
import PostgresDatabase
import TestKit
import TestShop
import Testing

@testable import seam

@Suite("The command that moves a shop")
struct MoveCommandTests {
    @Test("moves there, says what it has moved, and leaves a file that nobody serves by mistake")
    func there() async throws {
        try await withShopFile { path, target in
            let moved = try await seam("move", "--from", "sqlite:\(path)", "--to", target)
            #expect(moved.status == 0, "\(moved.output)")
            #expect(moved.output.contains(/\nproduct +1 +1\n/), "\(moved.output)")
            #expect(moved.output.contains("everything adds up."))
            #expect(try await seam("doctor", "--database", target).output.contains("Everything adds up."))

            let served = try await seam("demo", "--database", path)
            #expect(served.status == 1)
            #expect(served.output.contains("This shop is being moved, or was moved, to the database"))
            let again = try await seam("move", "--from", path, "--to", target)
            #expect(again.output.contains("a database that is empty"))

            #expect(try await seam("move", "--from", path, "--reopen").status == 0)
            #expect(try await seam("doctor", "--database", path).status == 0)
        }
    }

    @Test("says in one sentence what is wrong with where it shall go, and leaves the shop as it was")
    func badTargets() async throws {
        try await withShopFile { path, target in
            let server = try await PostgresServer.shared
            try await withFolder { folder in
                let foreign = try await PostgresFolder.shared.database(for: folder)
                let name = try #require(foreign.firstMatch(of: /@\/(\w+)/)?.output.1)
                try await PostgresFolder.shared.command("CREATE TABLE theirs (id BIGINT)", in: String(name))
                let sentences = [
                    "postgres://shop@127.0.0.1:1/shop": "No PostgreSQL server answers",
                    "postgres://[shop": "The address of the database cannot be read",
                    "postgres://shop:100%sure@db/shop": "%25",
                    "postgres:/shop": "Seam keeps no shop in “postgres”: give the path of a file",
                    "mysql://shop:secret@db/shop": "Seam keeps no shop in “mysql”: give the path of a file",
                    "": "An empty address leads to no shop",
                    server.address(of: "nowhere"): "Create it there first",
                    server.address(of: "postgres", user: "stranger", password: "wrong"): "this user and password",
                    foreign: "is not a Seam database",
                    "sqlite:\(folder)/other.db": "seam backup",
                ]
                for (target, sentence) in sentences {
                    let outcome = try await seam("move", "--from", "sqlite:\(path)", "--to", target)
                    #expect(outcome.status == 1)
                    #expect(outcome.output.contains(sentence), "\(outcome.output)")
                    #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
                }
                try await PostgresFolder.shared.remove(for: folder)
            }
            let missing = try await seam("move", "--from", "sqlite:\(path)-missing", "--to", target)
            #expect(missing.output.contains("There is no file"))
            #expect(!FileManager.default.fileExists(atPath: path + "-missing"))
            #expect(try await seam("doctor", "--database", path).status == 0)
            #expect(try await seam("move", "--from", path, "--to", target).status == 0)
        }
    }

    @Test("does not begin while a server serves either side")
    func inUse() async throws {
        try await withShopFile { path, target in
            let file = try await ShopAddress(text: path).open()
            let locked = try await seam("move", "--from", path, "--to", target)
            #expect(locked.output.contains("keeps \(path) locked"), "\(locked.output)")
            await file.close()

            let other = try await ShopAddress(text: target).open()
            let used = try await seam("move", "--from", path, "--to", target)
            #expect(used.output.contains("stop its servers first"), "\(used.output)")
            await other.close()
            #expect(try await seam("move", "--from", path, "--to", target).status == 0)
        }
    }

    private func seam(_ arguments: String...) async throws -> (status: Int32, output: String) {
        try await ChildProcess.run(ProjectFolder.command.path, arguments)
    }
}

/// A small shop in a file, and an empty database on a server.
private func withShopFile(_ body: (_ path: String, _ target: String) async throws -> Void) async throws {
    try await withFolder { folder in
        let path = folder + "/shop.db"
        let database = try await ShopAddress(text: path).open()
        let shop = try await Shop(on: database)
        _ = try await Buyer(in: shop).buys(try await shop.product("Lamp", stock: 3))
        await database.close()
        let target = try await PostgresFolder.shared.database(for: folder)
        try await body(path, target)
        try await PostgresFolder.shared.remove(for: folder)
    }
}
