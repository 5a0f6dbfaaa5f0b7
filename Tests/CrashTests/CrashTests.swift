import Database
import Essentials
import PostgresDatabase
import SQLiteDatabase
import TestKit
import TestShop
import Testing

@Suite("A server that is killed")
struct CrashTests {
    private static let plan = CrashPlan.fromEnvironment()

    @Test("has every order that was acknowledged, every unit, and no half order", .timeLimit(.minutes(30)))
    func killed() async throws {
        let plan = Self.plan
        print("crash test: \(plan)")
        try await withCrashShop { server, shop in
            let client = Visitor.client()
            let shoppers = (1...6).map { Shopper(name: "shopper\($0)", address: server.address, client: client, shop: shop) }
            var clerks: [Clerk] = []
            for till in 1...2 { clerks.append(try await Clerk("Till \(till)", at: server.address, client: client, shop: shop)) }
            let crowd = Crowd(shoppers: shoppers, clerks: clerks)
            var receipts: [Receipt] = []
            for (number, life) in plan.lives.enumerated() {
                let today = try await crowd.buy(seed: plan.seed &+ UInt64(number)) { await server.kill(after: life) }
                #expect(today.surprises.isEmpty, "crash \(number + 1) of \(plan)")
                receipts += today.receipts
                try await server.start()
                try await expectBooksInOrder(server, holding: today.receipts, "crash \(number + 1) of \(plan)")
            }
            try await client.shutdown()
            #expect(receipts.count > plan.count, "too few orders to mean anything: \(receipts.count)")
            try await expectBooksInOrder(server, holding: receipts, "after \(plan)")
            let missing = try await server.withDatabase { try await $0.read { try shop.missing(in: $0) } }
            #expect(missing == 0, "units neither on the shelf nor with a customer")
            print("crash test: \(receipts.count) acknowledged orders, all there")
        }
    }

}

/// The receipts are covered, and `seam doctor` finds nothing.
func expectBooksInOrder(_ server: ServerProcess, holding receipts: [Receipt], _ moment: String) async throws {
    let objections = try await server.withDatabase { database in
        try await database.read { snapshot in try receipts.compactMap { try $0.objection(in: snapshot) } }
    }
    #expect(objections.isEmpty, "\(moment)")
    let doctor = try await server.command("doctor")
    #expect(doctor.status == 0, "\(moment): \(doctor.output)")
}

/// Runs `body` with a server on a shop that a crowd can buy from.
func withCrashShop(
    on database: String? = nil, wrappedBy wrapper: [String] = [], _ body: (ServerProcess, CrashShop) async throws -> Void
) async throws {
    try await withServer(
        on: database, wrappedBy: wrapper, preparing: { server in try await server.withDatabase { try await CrashShop.open(in: $0) } }, body)
}

extension ServerProcess {
    /// Opens the server's database beside it, as `seam import` does.
    func withDatabase<T>(_ body: (any Database) async throws -> T) async throws -> T {
        let database: any Database =
            try await database.hasPrefix("postgres") ? PostgresDatabase(database) : SQLiteDatabase(path: database)
        do {
            let outcome = try await body(database)
            await database.close()
            return outcome
        } catch {
            await database.close()
            throw error
        }
    }
}
