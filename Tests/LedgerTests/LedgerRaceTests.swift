import Database
import Essentials
import Feed
import Ledger
import TestKit
import Testing

@Suite("Many callers, one account")
struct LedgerRaceTests {
    private let outside = AccountKey(.stock, item: 1, state: .outside, at: 1)
    private let shelf = AccountKey(.stock, item: 1, state: AccountState(rawValue: 1), at: 10)
    private let promised = AccountKey(.stock, item: 1, state: AccountState(rawValue: 2), at: 10)
    private let world = World.held(by: TestClock())

    private func posting(_ document: UInt128) -> Posting { Posting(document, reason: "test.moved", by: .system("test")) }

    private func stocked(_ units: Int64, on engine: TestDatabase, _ body: (any Database) async throws -> Void) async throws {
        let (world, transfer) = (world, Transfer(units, from: outside, to: shelf))
        let posting = posting(1)
        try await withDatabase(on: engine) { database in
            try await database.write { try Ledger.post([transfer], as: posting, in: $0, world: world) }
            try await body(database)
            #expect(try await database.read { try Ledger.check(in: $0) } == [])
        }
    }

    @Test("the last unit is held by exactly one of a thousand", arguments: TestDatabase.all)
    func lastUnit(on engine: TestDatabase) async throws {
        try await stocked(1, on: engine) { database in
            let (world, transfer) = (world, Transfer(1, from: shelf, to: promised))
            let outcomes = await concurrently(1_000) { buyer in
                try await database.write {
                    try Ledger.hold([transfer], until: world.now + .minutes(15), for: UInt128(buyer), in: $0, world: world)
                }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.count == 999)
            #expect(outcomes.failures.allSatisfy { ($0 as? LedgerRefusal)?.code == "ledger.short" })
        }
    }

    @Test("money that everybody takes at once is booked to the last cent, and what is refused takes nothing", arguments: TestDatabase.all)
    func everybodysAccount(on engine: TestDatabase) async throws {
        struct Refused: Error {}
        try await stocked(1, on: engine) { database in
            let (world, coin, posting, shelf) = (world, Transfer(1, from: outside, to: promised), posting(3), promised)
            let outcomes = await concurrently(120) { number in
                try await database.write(contending: number.isMultiple(of: 2) ? [ContendedKey(7)] : []) { transaction in
                    try Booking([coin, coin], in: transaction).enter(as: posting, in: transaction, world: world)
                    if number.isMultiple(of: 3) { throw Refused() }
                }
            }
            #expect(outcomes.successes.count == 80)
            let balance = try await database.read { try Ledger.account(shelf, in: $0)?.balance }
            #expect(balance == 160)
        }
    }

    @Test("a hold captured twice at once is captured once", arguments: TestDatabase.all)
    func capturedOnce(on engine: TestDatabase) async throws {
        try await stocked(5, on: engine) { database in
            let (world, transfer, posting) = (world, Transfer(3, from: shelf, to: promised), posting(2))
            let holds = try await database.write {
                try Ledger.hold([transfer], until: world.now + .minutes(15), for: 2, in: $0, world: world)
            }
            let outcomes = await concurrently(20) { _ in
                try await database.write { try Ledger.capture(holds.map { Capture($0) }, as: posting, in: $0, world: world) }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.allSatisfy { $0 as? LedgerRefusal == .spent })
        }
    }

    @Test("a hold that ran out is captured while its units are free, and refused when they are gone", arguments: TestDatabase.all)
    func ranOut(on engine: TestDatabase) async throws {
        try await stocked(3, on: engine) { database in
            let (world, one, two) = (world, Transfer(1, from: shelf, to: promised), Transfer(2, from: shelf, to: outside))
            let posting = posting(3)
            try await database.write { transaction in
                let first = try Ledger.hold([one], until: world.now, for: 3, in: transaction, world: world)
                let second = try Ledger.hold([one], until: world.now, for: 3, in: transaction, world: world)
                let given = try Ledger.releaseExpired(at: world.now, limit: 10, in: transaction)
                #expect(given.map(\.quantity) == [1, 1])
                try Ledger.capture(first.map { Capture($0) }, as: posting, in: transaction, world: world)
                try Ledger.post([two], as: posting, in: transaction, world: world)
                #expect(throws: LedgerRefusal.self) {
                    try Ledger.capture(second.map { Capture($0) }, as: posting, in: transaction, world: world)
                }
            }
        }
    }

    @Test("units may pass through an account in one posting, and a floor below zero allows back-orders", arguments: TestDatabase.all)
    func passing(on engine: TestDatabase) async throws {
        try await stocked(1, on: engine) { database in
            let (world, outside, shelf, promised, posting) = (world, outside, shelf, promised, posting(4))
            try await database.write { transaction in
                try Ledger.post(
                    [Transfer(4, from: outside, to: shelf), Transfer(5, from: shelf, to: promised)], as: posting, in: transaction,
                    world: world)
                try Ledger.setFloor(-2, of: shelf, in: transaction)
                try Ledger.post([Transfer(2, from: shelf, to: promised)], as: posting, in: transaction, world: world)
                #expect(throws: LedgerRefusal.self) {
                    try Ledger.post([Transfer(1, from: shelf, to: promised)], as: posting, in: transaction, world: world)
                }
                #expect(throws: LedgerRefusal.self) { try Ledger.setFloor(0, of: shelf, in: transaction) }
            }
            let account = try #require(try await database.read { try Ledger.account(shelf, in: $0) })
            #expect(account.balance == -2)
            let entries = try await database.read { try Ledger.entries(of: account, limit: 10, in: $0) }
            #expect(entries.map(\.quantity) == [2, 5, 4, 1])
        }
    }
}
