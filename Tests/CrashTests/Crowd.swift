import Essentials

/// Everybody who buys while the server lives: shoppers on the web and customers at the tills.
struct Crowd: Sendable {
    let shoppers: [Shopper]
    let clerks: [Clerk]

    /// What a life of the server brought.
    struct Day: Sendable {
        var receipts: [Receipt] = []
        /// Answers that no crash explains.
        var surprises: [String] = []
    }

    /// Everybody buys until the server is gone.
    func buy(seed: UInt64) async -> Day {
        await withTaskGroup(of: Day.self) { group in
            let chance = Randomness.seeded(seed)
            for shopper in shoppers { group.addTask { await Day.of { try await shopper.buy(chance) } } }
            for clerk in clerks { group.addTask { await Day.of { try await clerk.sell(chance) } } }
            return await group.reduce(into: Day()) { $0.add($1) }
        }
    }
}

extension Crowd.Day {
    /// Somebody who buys again and again until the server dies while they wait; of that purchase they know nothing.
    fileprivate static func of(_ purchase: () async throws -> Receipt) async -> Crowd.Day {
        var day = Crowd.Day()
        do {
            while true { day.receipts.append(try await purchase()) }
        } catch let surprise as UnexpectedAnswer {
            day.surprises.append("\(surprise)")
        } catch {
            // The connection broke.
        }
        return day
    }

    fileprivate mutating func add(_ other: Crowd.Day) {
        receipts += other.receipts
        surprises += other.surprises
    }
}
