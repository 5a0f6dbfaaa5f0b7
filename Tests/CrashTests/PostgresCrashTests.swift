import Essentials
import PostgresDatabase
import TestKit
import TestShop
import Testing

@Suite("A node that is killed, and a PostgreSQL server that stops in the middle")
struct PostgresCrashTests {
    /// Fewer than for a file: what is proven there of the shop is not proven again.
    private static let plan = CrashPlan(count: max(6, CrashPlan.fromEnvironment().count / 5), seed: CrashPlan.fromEnvironment().seed)

    @Test("lose no order that was acknowledged, no unit, and leave no half order", .timeLimit(.minutes(30)))
    func killed() async throws {
        let plan = Self.plan
        print("crash test on PostgreSQL: \(plan)")
        let postgres = try await PostgresServer(durable: true)
        defer { postgres.stop() }
        let address = try await PostgresFolder(of: postgres).database(for: "crashes")
        try await withCrashShop(on: address) { server, shop in
            let client = Visitor.client()
            let shoppers = (1...6).map { Shopper(name: "shopper\($0)", address: server.address, client: client, shop: shop) }
            var clerks: [Clerk] = []
            for till in 1...2 { clerks.append(try await Clerk("Till \(till)", at: server.address, client: client, shop: shop)) }
            let crowd = Crowd(shoppers: shoppers, clerks: clerks)
            var receipts: [Receipt] = []
            for (number, life) in plan.lives.enumerated() {
                let seed = plan.seed &+ UInt64(number)
                let moment = "crash \(number + 1) of \(plan)"
                if number.isMultiple(of: 2) {
                    let today = try await crowd.buy(seed: seed) { await server.kill(after: life) }
                    #expect(today.surprises.isEmpty, "\(moment)")
                    receipts += today.receipts
                    try await server.start()
                } else {
                    let today = try await crowd.buy(seed: seed) { try await postgres.crash(after: life) }
                    // Whoever is in the shop is told to come back, and that is all.
                    #expect(today.surprises.allSatisfy { $0.hasPrefix("answered 503") || $0.hasPrefix("answered 409") }, "\(moment)")
                    receipts += today.receipts
                    try await postgres.start()
                }
                try await expectBooksInOrder(server, holding: receipts, moment)
            }
            try await client.shutdown()
            #expect(receipts.count > plan.count, "too few orders to mean anything: \(receipts.count)")
            let missing = try await server.withDatabase { try await $0.read { try shop.missing(in: $0) } }
            #expect(missing == 0, "units neither on the shelf nor with a customer")
            print("crash test on PostgreSQL: \(receipts.count) acknowledged orders, all there")
        }
    }
}
