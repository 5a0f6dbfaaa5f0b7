import Database
import Essentials
import Feed
import Foundation
import SQLiteDatabase
import TestKit
import Testing

@testable import seam

@Suite("A shop that moves")
struct MoveTests {
    @Test("to PostgreSQL and back again is the same shop, row by row, and goes on numbering")
    func thereAndBack() async throws {
        try await withMove { file, server, shop in
            let before = try await Dump(of: file)
            let counts = try await move(file, server, shop)
            #expect(counts.allSatisfy { $0.source == $0.target })
            #expect(try await examineShop(in: server) == [])
            #expect(try await Dump(of: server) == before)

            try await withFolder { folder in
                shop.clock.advance(by: .seconds(1))
                let other = try await open(.sqlite, in: folder, aboveTheKit)
                _ = try await ShopMove(source: server, target: other, names: ("PostgreSQL", "another file"), batch: 7).run(
                    world: shop.world)
                #expect(try await Dump(of: other) == before)
                let (old, new) = try await (file.read { try Feed.currentEpoch(in: $0) }, other.read { try Feed.currentEpoch(in: $0) })
                #expect(old != new)
                let last = try await other.read { try Feed.last(in: $0) }
                try await other.write { try Mark().record(by: .system("test"), in: $0, world: shop.world) }
                #expect(try await other.read { try Feed.last(in: $0) }.seq == last.seq + 1)
                await other.close()
            }
        }
    }

    @Test("goes on in the new place: facts follow the moved ones, and a follower goes on where it stood")
    func goingOn() async throws {
        try await withMove { file, server, shop in
            let follower = Follower("test.counting", topics: ["product.created"]) { _, _, _ in }
            try await file.write { transaction in
                try transaction.run("INSERT INTO follower (name, cursor, failures, moved_at) VALUES (\(follower.name), 3, 0, 0)")
            }
            let last = try await file.read { try Feed.last(in: $0) }
            _ = try await move(file, server, shop)
            #expect(try await server.read { try Feed.places(in: $0) }.numbers[follower.name] == 3)
            #expect(try await server.read { try Feed.last(in: $0) } == last)
            try await server.write { try Mark().record(by: .system("test"), in: $0, world: shop.world) }
            let facts = try await server.read { try Feed.facts(after: last, limit: 10, settled: false, in: $0) }
            #expect(facts.map(\.topic) == ["test.mark"])
            #expect(facts.map(\.seq) == [last.seq + 1])
        }
    }

    @Test("and is stopped anywhere goes on behind the last row when it is started again", arguments: [1, 2, 5, 12])
    func stopped(after batches: Int) async throws {
        try await withMove { file, server, shop in
            let before = try await Dump(of: file)
            let left = Countdown(from: batches)
            let moving = Task {
                try await move(file, server, shop) { _ in
                    if left.isOver() { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            await #expect(throws: CancellationError.self) { try await moving.value }
            await #expect(throws: MoveRefusal.unfinished) { try await server.read { try MoveMark.refuseAny(in: $0) } }
            _ = try await move(file, server, shop)
            #expect(try await Dump(of: server) == before)
            try await server.read { try MoveMark.refuseAny(in: $0) }
        }
    }

    @Test("leaves a database behind that is not served by mistake")
    func leftBehind() async throws {
        try await withMove { file, server, shop in
            _ = try await move(file, server, shop)
            await #expect(throws: MoveRefusal.away("a server")) { try await file.read { try MoveMark.refuseAny(in: $0) } }
        }
    }

    @Test("does not move to a second place unless it was opened again")
    func twice() async throws {
        try await withMove { file, server, shop in
            try await file.write { try MoveMark(shop: 7, leaves: true, other: "another server").set(in: $0) }
            await #expect(throws: MoveRefusal.away("another server")) { _ = try await move(file, server, shop) }
            try await server.read { try MoveMark.refuseAny(in: $0) }
            try await file.write { try MoveMark.clear(in: $0) }
            _ = try await move(file, server, shop)
        }
    }

    @Test("half of it is neither served nor examined")
    func half() async throws {
        try await withMove { _, server, _ in
            try await server.write { try MoveMark(shop: 7, leaves: false, other: "elsewhere").set(in: $0) }
            await #expect(throws: MoveRefusal.unfinished) { try await server.read { try MoveMark.refuseHalf(in: $0) } }
        }
        try await withMove { file, _, _ in
            try await file.write { try MoveMark(shop: 7, leaves: true, other: "elsewhere").set(in: $0) }
            try await file.read { try MoveMark.refuseHalf(in: $0) }
        }
    }

    @Test("is not moved into a database that holds something, nor into another shop's unfinished move")
    func occupied() async throws {
        try await withMove { file, server, shop in
            _ = try await Shop(on: server, seed: 7)
            let before = try await Dump(of: server)
            let refusal = await #expect(throws: MoveRefusal.self) { _ = try await move(file, server, shop) }
            #expect(refusal?.message.contains("of a server: a shop moves only into a database that is empty") == true)
            #expect(try await Dump(of: server) == before)
            try await file.read { try MoveMark.refuseAny(in: $0) }
        }
        try await withMove { file, server, shop in
            try await server.write { try MoveMark(shop: 7, leaves: false, other: "elsewhere").set(in: $0) }
            await #expect(throws: MoveRefusal.anotherShop("a server")) { _ = try await move(file, server, shop) }
        }
    }

    @Test("is not moved while a follower has worked facts out of the order of their numbers")
    func behind() async throws {
        try await withMove { file, server, shop in
            _ = try await move(file, server, shop)
            try await server.write { transaction in
                try transaction.run("UPDATE fact SET xact = 1 WHERE seq = 2")
                try transaction.run("INSERT INTO follower (name, cursor, failures, moved_at) VALUES ('test.late', 3, 0, 0)")
            }
            await #expect(throws: FeedRefusal.followerBehind("test.late")) { try await server.read { try Feed.places(in: $0) } }
        }
    }

    @Test("is not lost when the disk of its new place is full")
    func full() async throws {
        try await withMove { file, server, shop in
            _ = try await move(file, server, shop)
            let before = try await Dump(of: server)
            try await withFolder { folder in
                var options = SQLiteDatabase.Options()
                let path = folder + "/small.db"
                let empty = try SQLiteDatabase(path: path, options: options)
                try await empty.write { try $0.migrate(ShopSchema.migrations) }
                await empty.close()
                let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
                options.pageLimit = size / 4_096 + 2
                let small = try SQLiteDatabase(path: path, options: options)
                await #expect(throws: DatabaseFault.full(path)) {
                    _ = try await ShopMove(source: server, target: small, names: ("a server", "a file")).run(world: shop.world)
                }
                await small.close()
                // With more room it goes on.
                let roomy = try SQLiteDatabase(path: path)
                _ = try await ShopMove(source: server, target: roomy, names: ("a server", "a file")).run(world: shop.world)
                #expect(try await Dump(of: roomy) == before)
                await roomy.close()
            }
        }
    }

    @Test("forgets no table that a migration makes, and refuses two schemas that differ")
    func forgotten() async throws {
        try await withMove { file, server, _ in
            let tables = try await MovePlan(ShopSchema.migrations, from: file, to: server).tables
            #expect(tables.count > 40)
            #expect(tables.allSatisfy { !$0.key.isEmpty && $0.keyPositions.count == $0.key.count })
            try await server.write { try $0.connection.define("CREATE TABLE novelty (id UUID NOT NULL PRIMARY KEY)") }
            let refusal = await #expect(throws: MoveRefusal.self) {
                try await MovePlan(ShopSchema.migrations, from: file, to: server)
            }
            #expect(refusal?.message.contains("novelty") == true)
        }
    }

    @discardableResult
    private func move(
        _ source: any Database, _ target: any Database, _ shop: Shop, progress: @Sendable (ShopMove.Progress) -> Void = { _ in }
    ) async throws -> [ShopMove.Count] {
        try await ShopMove(source: source, target: target, names: ("a file", "a server"), batch: 5).run(
            world: shop.world, progress: progress)
    }
}

/// A shop with some history in a file, and an empty database on a server.
private func withMove(_ body: (_ file: any Database, _ server: any Database, _ shop: Shop) async throws -> Void) async throws {
    try await withDatabase(on: .postgres, aboveTheKit) { server in
        try await withDatabase(on: .sqlite, aboveTheKit) { file in
            let shop = try await Shop(on: file)
            let lamp = try await shop.product("Lamp", stock: 9)
            let cup = try await shop.product("Cup ☕️", stock: 30, at: shop.harbour)
            for _ in 0..<3 { _ = try await Buyer(in: shop).buys(lamp) }
            try await shop.cancel(Buyer(in: shop).buys(cup, 2))
            try await Buyer(in: shop).adds(cup)
            try await body(file, server, shop)
        }
    }
}

/// Everything that a shop's database holds, in the order of the keys; without its epochs and whose turn its followers' is.
private struct Dump: Equatable {
    let tables: [String: [[Value]]]

    init(of database: any Database) async throws {
        tables = try await withDatabase(on: .postgres, aboveTheKit) { described in
            var tables: [String: [[Value]]] = [:]
            for (name, table) in try await described.read({ try MovedTable.describe(in: $0) })
            where !["migration", "move_mark", "feed_epoch"].contains(name) {
                tables[name] = try await database.read { try $0.rows(table.rows(behind: nil, limit: 10_000)) { try table.row(&$0) } }
            }
            return tables
        }
    }
}

private final class Countdown: Sendable {
    private let heard = Heard()
    private let start: Int

    init(from start: Int) { self.start = start }

    func isOver() -> Bool {
        heard.add(["once"])
        return heard.all.count >= start
    }
}

/// A fact of no importance.
private struct Mark: Fact {
    static let topic = "test.mark"
    var subject: UInt128 { 1 }
}

/// What a shop adds to the schema that every test database has.
private let aboveTheKit = ShopSchema.migrations.filter { step in !KitMigrations.all.contains { $0.name == step.name } }
