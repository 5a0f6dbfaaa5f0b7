import Essentials
import Synchronization
import TestKit
import Testing

/// Everybody who buys while the server lives: shoppers on the web and customers at the tills.
final class Crowd: Sendable {
    private let shoppers: [Shopper]
    private let clerks: [Clerk]
    /// How many purchases were acknowledged, over all lives of the server.
    private let acknowledged = Mutex(0)

    init(shoppers: [Shopper], clerks: [Clerk]) {
        self.shoppers = shoppers
        self.clerks = clerks
    }

    /// What a life of the server brought.
    struct Day: Sendable {
        var receipts: [Receipt] = []
        /// Answers that no crash explains.
        var surprises: [String] = []
    }

    /// Everybody buys until the server is gone, which `end` brings about when business is going well, however long a busy
    /// machine takes to get there: once `buyers` purchases were acknowledged.
    func buy(seed: UInt64, past buyers: Int = 2, until end: () async throws -> Void) async throws -> Day {
        let goal = acknowledged.withLock { $0 + buyers }
        async let day = buy(seed: seed)
        try await eventually { self.acknowledged.withLock { $0 >= goal } }
        try await end()
        return await day
    }

    private func buy(seed: UInt64) async -> Day {
        await withTaskGroup(of: Day.self) { group in
            let chance = Randomness.seeded(seed)
            for shopper in shoppers { group.addTask { await self.day { try await shopper.buy(chance) } } }
            for clerk in clerks { group.addTask { await self.day { try await clerk.sell(chance) } } }
            return await group.reduce(into: Day()) { $0.add($1) }
        }
    }

    /// Somebody who buys again and again until the server dies while they wait; of that purchase they know nothing.
    private func day(_ purchase: () async throws -> Receipt) async -> Day {
        var day = Day()
        do {
            while true {
                day.receipts.append(try await purchase())
                acknowledged.withLock { $0 += 1 }
            }
        } catch let surprise as UnexpectedAnswer {
            day.surprises.append("\(surprise)")
        } catch {
            // The connection broke.
        }
        return day
    }
}

extension Crowd.Day {
    fileprivate mutating func add(_ other: Crowd.Day) {
        receipts += other.receipts
        surprises += other.surprises
    }
}
