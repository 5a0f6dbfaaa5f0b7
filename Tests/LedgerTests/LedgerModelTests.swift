import Database
import Essentials
import Feed
import Foundation
import Ledger
import TestKit
import Testing

/// Random sequences on the real ledger and on the model, compared after every step.
///
/// A failure names its seed; `SEAM_SEED=… swift test --filter LedgerModelTests` replays it alone.
@Suite("The ledger agrees with plain arithmetic")
struct LedgerModelTests {
    static let seeds: [UInt64] = ProcessInfo.processInfo.environment["SEAM_SEED"].flatMap(UInt64.init).map { [$0] } ?? Array(1...40)

    @Test("after every step of a long random sequence", arguments: TestDatabase.all, seeds)
    func sequences(on engine: TestDatabase, seed: UInt64) async throws {
        try await withDatabase(on: engine) { database in
            var walk = RandomWalk(seed: seed, database: database)
            for step in 1...150 {
                let action = try await walk.step()
                let differences = try await walk.differences()
                try #require(differences.isEmpty, "seed \(seed), step \(step), \(action): \(differences)")
            }
        }
    }
}

private struct RandomWalk {
    let database: any Database
    let clock = TestClock()
    let world: World
    var dice: Randomness
    var model = LedgerModel()
    let keys: [AccountKey]

    init(seed: UInt64, database: any Database) {
        self.database = database
        dice = .seeded(seed)
        world = .held(by: clock, seed: seed &+ 1)
        keys = (1...2).flatMap { item in
            [
                AccountKey(.stock, item: UInt128(item), state: .outside, at: 1),
                AccountKey(.stock, item: UInt128(item), state: AccountState(rawValue: 1), at: 10),
                AccountKey(.stock, item: UInt128(item), state: AccountState(rawValue: 1), at: 11),
                AccountKey(.stock, item: UInt128(item), state: AccountState(rawValue: 2), at: 10),
                AccountKey(.stock, item: UInt128(item), state: AccountState(rawValue: 1), at: 10, pool: 7),
                AccountKey(.stock, item: UInt128(item), state: AccountState(rawValue: 1), at: 10, lot: "L1"),
            ]
        }
    }

    private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

    private mutating func transfers() -> [Transfer] {
        (0..<pick(1...4)).map { _ in
            let item = UInt128(pick(1...2))
            let own = keys.filter { $0.item == item }
            let source = own[pick(0...own.count - 1)]
            let others = own.filter { $0 != source }
            let leaving: Int64? = pick(0...4) == 0 ? Int64(pick(-3...5)) : nil
            return Transfer(Int64(pick(1...9)), from: source, to: others[pick(0...others.count - 1)], leaving: leaving)
        }
    }

    private mutating func someHolds() -> [Hold.ID] {
        let known = model.holds.keys.sorted()
        guard !known.isEmpty else { return [] }
        return Array(Set((0..<pick(1...3)).map { _ in known[pick(0...known.count - 1)] })).sorted()
    }

    mutating func step() async throws -> String {
        let world = world
        let posting = Posting(UInt128(pick(1...1_000)), reason: "test.moved", by: .system("test"))
        switch pick(0...9) {
        case 0...3:
            let transfers = transfers()
            let isAllowed = model.post(transfers)
            #expect(await accepts { try Ledger.post(transfers, as: posting, in: $0, world: world) } == isAllowed)
            return "post \(transfers)"
        case 4...5:
            let transfers = transfers()
            let expiry = clock.clock.now + .seconds(Int64(pick(1...5)))
            let isAllowed = model.mayHold(transfers)
            let ids = try? await database.write { try Ledger.hold(transfers, until: expiry, for: 5, in: $0, world: world) }
            #expect((ids != nil) == isAllowed)
            model.hold(transfers, as: ids ?? [], until: expiry)
            return "hold \(transfers)"
        case 6...7:
            let captures = someHolds().map { Capture($0, quantity: pick(0...2) == 0 ? nil : Int64(pick(1...5))) }
            let isAllowed = model.capture(captures)
            #expect(await accepts { try Ledger.capture(captures, as: posting, in: $0, world: world) } == isAllowed)
            return "capture \(captures)"
        case 8:
            let ids = someHolds()
            model.release(ids)
            #expect(await accepts { try Ledger.release(ids, in: $0) })
            return "release \(ids)"
        default:
            clock.advance(by: .seconds(1))
            let now = clock.clock.now
            model.expire(at: now)
            #expect(await accepts { try Ledger.releaseExpired(at: now, limit: 1_000, in: $0) })
            return "expire"
        }
    }

    private func accepts<T: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> T) async -> Bool {
        do {
            try await database.write(change)
            return true
        } catch is LedgerRefusal {
            return false
        } catch {
            Issue.record(error)
            return false
        }
    }

    /// What the database says otherwise than the model, and what it says against itself.
    func differences() async throws -> [String] {
        let keys = keys
        let model = model
        return try await database.read { snapshot in
            var differences = try Ledger.check(in: snapshot).map { "\($0)" }
            for key in keys {
                let account = try Ledger.account(key, in: snapshot)
                let (balance, held) = (account?.balance ?? 0, account?.held ?? 0)
                if balance != model.balances[key] ?? 0 {
                    differences.append("\(key): balance \(balance), model \(model.balances[key] ?? 0)")
                }
                if held != model.held(key) { differences.append("\(key): held \(held), model \(model.held(key))") }
            }
            return differences
        }
    }
}
