import Database
import Essentials
import Feed
import Logging
import Synchronization
import TestKit
import Testing

private struct LampLit: Fact {
    static let topic = "lamp.lit"
    let lamp: Int
    var subject: UInt128 { UInt128(lamp) }
}

private struct Broken: Error {}

private let marks = [Migration("marks.0001", "CREATE TABLE mark (lamp BIGINT NOT NULL PRIMARY KEY);")]

@Suite("The feed")
struct FeedTests {
    private let clock = TestClock()
    private var world: World { .held(by: clock) }

    private func light(_ lamp: Int, in database: any Database) async throws {
        let world = world
        try await database.write { try LampLit(lamp: lamp).record(by: .system("test"), in: $0, world: world) }
    }

    private let marking = Follower("test.marks", topics: ["lamp.lit"]) { facts, transaction, _ in
        for fact in facts {
            let lamp = try fact.decoded(as: LampLit.self)?.lamp
            try transaction.run("INSERT INTO mark (lamp) VALUES (\(lamp))")
        }
    }

    private func count(_ database: any Database) async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) FROM mark") ?? 0 }
    }

    @Test("a follower works each fact exactly once, however often it is started", arguments: TestDatabase.all)
    func exactlyOnce(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            for lamp in 1...450 { try await light(lamp, in: database) }
            try await runFollowers([marking], on: database) { try await eventually { try await count(database) == 450 } }
            for lamp in 451...460 { try await light(lamp, in: database) }
            try await runFollowers([marking, marking], on: database) { try await eventually { try await count(database) == 460 } }
            let state = try #require(try await database.read { try FollowerState.all(in: $0) }.first)
            #expect(state.cursor.seq == 460)
            #expect(state.failures == 0)
        }
    }

    @Test("a follower that throws is shown with its error and holds up no other", arguments: TestDatabase.all)
    func failing(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            let broken = Follower("test.broken", topics: ["lamp.lit"]) { _, transaction, _ in
                try transaction.run("INSERT INTO mark (lamp) VALUES (-1)")
                throw Broken()
            }
            try await light(1, in: database)
            try await runFollowers([broken, marking], on: database) {
                try await eventually { try await count(database) == 1 }
                try await eventually { try await database.read { try FollowerState.all(in: $0) }.contains { $0.failures > 0 } }
            }
            let states = try await database.read { try FollowerState.all(in: $0) }
            #expect(states.map(\.name) == ["test.broken", "test.marks"])
            #expect(states[0].cursor == .beginning)
            #expect(states[0].error?.contains("Broken") == true)
            #expect(states[0].retryAt == world.now + .seconds(1))
            #expect(states[1].error == nil)
        }
    }

    @Test("the tail hears every new fact once and in order, its own and another process's", arguments: TestDatabase.all)
    func tail(on engine: TestDatabase) async throws {
        try await withFolder { folder in
            let ours = try await open(engine, in: folder)
            let theirs = try await open(engine, in: folder)
            try await light(0, in: ours)
            try await eventually { try await ours.read { try Feed.last(in: $0).seq } == 1 }
            let tail = try await FeedTail(of: ours)
            let heard = Heard()
            let early = Heard()
            let places = Mutex<[FeedPlace]>([])
            tail.observe { facts in
                heard.add(facts.map { "\($0.seq)" })
                places.withLock { $0 += facts.map(\.place) }
            }
            tail.observeAtOnce { early.add($0.map { "\($0.seq)" }) }
            let running = Task { await tail.run() }
            _ = await concurrently(100) { lamp in try await light(lamp, in: lamp.isMultiple(of: 3) ? theirs : ours) }
            try await eventually { heard.all.count == 100 }
            let all = Set((2...101).map { "\($0)" })
            #expect(Set(heard.all) == all)
            let order = places.withLock { $0 }
            #expect(order == order.sorted())
            #expect(Set(early.all) == all)
            #expect(early.all.count == 100)
            running.cancel()
            await ours.close()
            await theirs.close()
            await running.value
        }
    }

    @Test("a timer fires once, when its time has come, and not when it was cancelled", arguments: TestDatabase.all)
    func timers(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            let world = world
            let handler = TimerHandler("test.mark") { subject, transaction, _ in
                try transaction.run("INSERT INTO mark (lamp) VALUES (\(Int64(subject)))")
            }
            let runner = TimerRunner([handler], on: database, world: world, logger: Logger(label: "test"))
            try await database.write { transaction in
                for lamp in 1...3 {
                    try Timer.set("test.mark", for: UInt128(lamp), at: world.now + .seconds(Int64(lamp)), in: transaction, world: world)
                }
                try Timer.cancel("test.mark", for: 2, in: transaction)
            }
            #expect(try await runner.fireDue() == 0)
            clock.advance(by: .seconds(1))
            let fired = await concurrently(5) { _ in try await runner.fireDue() }
            #expect(fired.successes.reduce(0, +) == 1)
            clock.advance(by: .seconds(10))
            #expect(try await runner.fireDue() == 1)
            #expect(try await database.read { try $0.values("SELECT lamp FROM mark ORDER BY lamp", as: Int.self) } == [1, 3])
        }
    }

    @Test("a timer that fails is tried again later", arguments: TestDatabase.all)
    func failingTimer(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, marks) { database in
            let world = world
            let runner = TimerRunner(
                [TimerHandler("test.broken") { _, _, _ in throw Broken() }], on: database, world: world,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            try await database.write { try Timer.set("test.broken", for: 1, at: world.now, in: $0, world: world) }
            #expect(try await runner.fireDue() == 1)
            #expect(try await runner.fireDue() == 0)
            clock.advance(by: .seconds(1))
            #expect(try await runner.fireDue() == 1)
        }
    }

    @Test("a restored database begins another epoch", arguments: TestDatabase.all)
    func epochs(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine) { database in
            let (clock, world) = (clock, world)
            try await database.write { transaction in
                let first = try Feed.epoch(in: transaction, world: world)
                #expect(try Feed.epoch(in: transaction, world: world) == first)
                clock.advance(by: .seconds(1))
                let second = try Feed.beginEpoch(in: transaction, world: world)
                #expect(second != first)
                #expect(try Feed.currentEpoch(in: transaction) == second)
            }
        }
    }

    private func runFollowers(_ followers: [Follower], on database: any Database, _ body: () async throws -> Void) async throws {
        let tail = try await FeedTail(of: database)
        let runner = FollowerRunner(
            followers, on: database, tail: tail, world: world, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { await runner.run() }
        try await body()
        running.cancel()
        await running.value
    }
}
