import Channels
import Database
import Essentials
import Feed
import Ledger
import Orders
import Secrets
import Synchronization
import TestKit
import Testing

@testable import seam

@Suite("Life in the demo shop")
struct DemoLifeTests {
    @Test("shoppers and tills buy, say so in short lines, and leave sound books", arguments: TestDatabase.all)
    func lives(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
            let world = World.held(by: TestClock())
            let assortment = try DemoAssortment.ours()
            _ = try await fillDemoShop(
                with: assortment, days: 14, in: database, hasher: PasswordHasher(cost: .worthless), world: world)
            let lines = Lines()
            let life = try await DemoLife(of: assortment, in: database, world: world) { lines.add($0) }
            let before = try await database.read { try placed(in: $0) }

            try await life.buy([DemoLine("JAM-340", 2)], for: .card, in: .helsinki)
            try await life.buy([DemoLine("MUG-MOSS")], for: .cash, in: .turku)
            let web = try #require(try await database.read { try Channel.find(handle: "web", in: $0) })
            try await life.order([DemoLine("OIL")], as: .aino, on: web, until: .paidAtSecondTry, looking: (.zero, .zero))

            #expect(lines.all.count == 6)
            #expect(lines.all[0].hasSuffix("sold 2 × Vadelma raspberry jam (340 g) for €15.80, by card"), "\(lines.all[0])")
            #expect(lines.all[1].contains("went away"))
            #expect(lines.all[4].contains("card is declined"))
            #expect(lines.all[5].contains("Aino Virtanen placed order"))
            let (after, ledger, orders) = try await database.read {
                try (placed(in: $0), Ledger.check(in: $0), checkOrders(in: $0))
            }
            #expect(after - before == 2)
            #expect(ledger == [] && orders == [])
        }
    }

    @Test("does not begin in a shop that is not the demo's", arguments: TestDatabase.all)
    func elsewhere(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
            await #expect(throws: DemoRefusal.noDemoToLiveIn) {
                _ = try await DemoLife(of: .ours(), in: database, world: .live) { _ in }
            }
        }
    }

    /// Orders that were ever placed, those too that an older transaction on the same server keeps from followers.
    private func placed(in snapshot: Snapshot) throws -> Int {
        try Feed.facts(after: .beginning, limit: 100_000, settled: false, in: snapshot)
            .count { $0.topic == OrderPlaced.topic }
    }

    private final class Lines: Sendable {
        private let said = Mutex<[String]>([])
        var all: [String] { said.withLock { $0 } }
        func add(_ line: String) { said.withLock { $0.append(line) } }
    }
}
