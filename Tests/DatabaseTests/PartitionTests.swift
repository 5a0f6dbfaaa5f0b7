import Database
import Essentials
import Feed
import TestKit
import Testing

private struct LampLit: Fact {
    static let topic = "lamp.lit"
    var subject: UInt128 { 1 }
}

@Suite("A table in pieces")
struct PartitionTests {
    private let clock = TestClock()

    @Test("is filled from one piece into the next, and the order of the feed goes on", arguments: TestDatabase.all)
    func overTheEdge(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine) { database in
            let world = World.held(by: clock)
            func record(_ count: Int) async throws {
                try await database.write { transaction in
                    for _ in 0..<count { try LampLit().record(by: .system("test"), in: transaction, world: world) }
                }
            }
            try await record(3)
            if engine == .postgres {
                try await database.write { _ = try $0.value("SELECT setval('fact_seq_seq', 9999998)", as: Int64.self) }
            }
            try await database.makeRoom(in: FeedSchema.facts)
            try await record(4)
            try await eventually { try await database.read { try Feed.facts(after: .beginning, limit: 10, in: $0).count } == 7 }
            let facts = try await database.read { try Feed.facts(after: .beginning, limit: 10, in: $0) }
            #expect(facts.map(\.place) == facts.map(\.place).sorted())
            let newest = try await database.read { try Feed.facts(about: 1, limit: 10, in: $0) }
            #expect(newest.map(\.seq) == facts.map(\.seq).reversed())
            if engine == .postgres {
                let pieces = try await database.read {
                    try $0.values("SELECT DISTINCT tableoid::regclass::text FROM fact ORDER BY 1", as: String.self)
                }
                #expect(pieces == ["fact_0", "fact_1"])
            }
        }
    }

    @Test("nodes that make room at the same time make each piece once", arguments: TestDatabase.all)
    func together(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine) { database in
            let outcomes = await concurrently(6) { _ in try await database.makeRoom(in: FeedSchema.facts, upTo: 25_000_000) }
            #expect(outcomes.failures.isEmpty)
            guard engine == .postgres else { return }
            let pieces = try await database.read {
                try $0.value("SELECT COUNT(*) FROM pg_inherits WHERE inhparent = 'fact'::regclass", as: Int.self)
            }
            #expect(pieces == 5)
        }
    }
}
