import Database
import Essentials
import Foundation
import TestKit
import Testing

@testable import Feed

private struct LampLit: Fact {
    static let topic = "lamp.lit"
    let lamp: Int
    var subject: UInt128 { UInt128(lamp) }
}

private let marks = [Migration("marks.0001", "CREATE TABLE mark (lamp BIGINT NOT NULL PRIMARY KEY);")]

@Suite("The feed of many writers and many nodes")
struct ManyWritersTests {
    private let clock = TestClock()
    private var world: World { .held(by: clock) }

    private let marking = Follower("test.marks", topics: ["lamp.lit"]) { facts, transaction, _ in
        for fact in facts {
            let lamp = try fact.decoded(as: LampLit.self)?.lamp
            try transaction.run("INSERT INTO mark (lamp) VALUES (\(lamp))")
        }
    }

    private func light(_ lamp: Int, in database: any Database) async throws {
        let world = world
        try await database.write { try LampLit(lamp: lamp).record(by: .system("test"), in: $0, world: world) }
    }

    @Test("a fact that commits after a later one is neither skipped nor heard twice, and both are heard in one order")
    func lateCommit() async throws {
        try await withFolder { folder in
            let ours = try await open(.postgres, in: folder, marks)
            let theirs = try await open(.postgres, in: folder, marks)
            let tail = try await FeedTail(of: theirs)
            let heard = Heard()
            let early = Heard()
            tail.observe { facts in heard.add(facts.compactMap { try? $0.decoded(as: LampLit.self) }.map { "\($0.lamp)" }) }
            tail.observeAtOnce { facts in early.add(facts.compactMap { try? $0.decoded(as: LampLit.self) }.map { "\($0.lamp)" }) }
            let running = Task { await tail.run() }

            let (recorded, signal) = AsyncStream.makeStream(of: Void.self)
            let mayCommit = DispatchSemaphore(value: 0)
            let world = world
            async let slow: Void = ours.write { transaction in
                try LampLit(lamp: 1).record(by: .system("test"), in: transaction, world: world)
                // A fact travels with the next question.
                _ = try transaction.exists("SELECT 1")
                signal.yield()
                mayCommit.wait()
            }
            for await _ in recorded { break }
            try await light(2, in: theirs)
            let meanwhile = try await theirs.read { try Feed.facts(after: .beginning, limit: 10, in: $0).count }
            let visible = try await theirs.read { try Feed.facts(after: .beginning, limit: 10, settled: false, in: $0).count }
            #expect(meanwhile == 0)
            #expect(visible == 1)
            #expect(try await marking.advance(as: "here", in: theirs, world: world) == .later(.milliseconds(10)))
            // Another node's fact is told to who needs no order, though one that stands before it is still being written.
            try await light(3, in: ours)
            try await eventually { early.all.sorted() == ["2", "3"] }
            #expect(heard.all.isEmpty)
            mayCommit.signal()
            try await slow

            try await eventually {
                _ = try await marking.advance(as: "here", in: theirs, world: world)
                return try await theirs.read { try $0.value("SELECT COUNT(*) FROM mark", as: Int.self) } == 3
            }
            try await eventually { heard.all.count == 3 }
            #expect(heard.all == ["1", "2", "3"])
            #expect(early.all.sorted() == ["1", "2", "3"])
            running.cancel()
            await ours.close()
            await theirs.close()
            await running.value
            try await PostgresFolder.shared.remove(for: folder)
        }
    }

    @Test("a follower is worked by one node, and by another within five seconds of that node's death", arguments: TestDatabase.all)
    func takeOver(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            let world = world
            func marked() async throws -> Int { try await database.read { try $0.value("SELECT COUNT(*) FROM mark") ?? 0 } }
            try await light(1, in: database)
            try await eventually {
                _ = try await marking.advance(as: "one", in: database, world: world)
                return try await marked() == 1
            }
            // Node one dies here and tells nobody.
            try await light(2, in: database)
            try await eventually {
                try await marking.advance(as: "two", in: database, world: world) == .later(Follower.lease)
            }
            #expect(try await marking.advance(as: "two", in: database, world: world) == .later(Follower.lease))
            #expect(try await marked() == 1)
            #expect(Follower.lease < .seconds(5))
            clock.advance(by: Follower.lease)
            _ = try await marking.advance(as: "two", in: database, world: world)
            #expect(try await marked() == 2)
            try await marking.handOver(from: "two", in: database)
            try await light(3, in: database)
            try await eventually {
                _ = try await marking.advance(as: "three", in: database, world: world)
                return try await marked() == 3
            }
        }
    }

    @Test("who catches up waits for no node that holds the follower, and takes it from none", arguments: TestDatabase.all)
    func catchUp(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            let world = world
            func marked() async throws -> Int { try await database.read { try $0.value("SELECT COUNT(*) FROM mark") ?? 0 } }
            try await light(1, in: database)
            try await eventually {
                _ = try await marking.advance(as: "one", in: database, world: world)
                return try await marked() == 1
            }
            try await light(2, in: database)
            // The clock stands still: the lease of node one does not end.
            try await marking.catchUp(in: database, world: world)
            #expect(try await marked() == 2)
            let state = try #require(try await database.read { try FollowerState.all(in: $0) }.first)
            #expect(state.node == "one")
            #expect(state.leasedUntil == world.now + Follower.lease)
        }
    }
}
