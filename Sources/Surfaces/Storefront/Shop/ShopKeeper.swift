import Catalog
import Channels
import Content
import Database
import Feed
import Synchronization

/// Keeps the shop in memory, and reads it again once a fact says that it is another.
final class ShopKeeper: Sendable {
    private struct State {
        /// By the language that it is read in.
        var shops: [String: WebShop] = [:]
        /// Counts the facts that outdated it; what was read before the latest one is not kept.
        var generation = 0
        var kept = -1
        /// Those who read it just now, so that all who want it wait for one of them.
        var readings: [String: Reading] = [:]
    }

    private struct Reading {
        let generation: Int
        let shop: Task<WebShop, any Error>
    }

    private let database: any Database
    private let state = Mutex(State())

    private let looks: Looks
    private let lists = KnownLists()

    init(_ database: any Database, looks: Looks) {
        self.database = database
        self.looks = looks
    }

    /// The shop, for a page whose snapshot begins afterwards.
    /// - Parameter language: that it is read in; its own when `nil`.
    /// - Throws: `StorefrontRefusal.closed`.
    func shop(in language: String? = nil) async throws -> WebShop {
        let asked = language ?? ""
        let (shop, generation) = state.withLock { ($0.kept == $0.generation ? $0.shops[asked] : nil, $0.generation) }
        let mark = lists.mark()
        if var shop {
            shop.lists = mark
            return shop
        }
        let reading = state.withLock { state in
            if let begun = state.readings[asked], begun.generation == generation { return begun.shop }
            let reading = Task { try await read(language, of: generation, lists: mark) }
            state.readings[asked] = Reading(generation: generation, shop: reading)
            return reading
        }
        var fresh = try await reading.value
        fresh.lists = mark
        return fresh
    }

    private func read(_ language: String?, of generation: Int, lists: KnownLists.Mark) async throws -> WebShop {
        defer {
            state.withLock { if $0.readings[language ?? ""]?.generation == generation { $0.readings[language ?? ""] = nil } }
        }
        let looks = looks
        let fresh = try await database.read { try WebShop.load(in: $0, looks: looks, language: language, lists: lists) }
        state.withLock { state in
            guard generation >= state.kept else { return }
            if generation > state.kept { state.shops = [:] }
            state.shops[language ?? ""] = fresh
            state.kept = generation
        }
        return fresh
    }

    /// The shop's own language.
    /// - Throws: `StorefrontRefusal.closed`.
    func language() async throws -> String { try await shop().channel.language }

    /// The shop as it was last read; for pages that cannot wait.
    var latest: WebShop? { state.withLock { $0.shops[""] ?? $0.shops.values.first } }

    /// - Returns: whether every page may be another now.
    func hear(_ facts: [RecordedFact]) -> Bool {
        let isOutdated = facts.contains { fact in
            ChannelDirectory.isOutdated(by: fact) || fact.topic == CollectionChanged.topic || fact.topic == ShopGuided.topic
                || fact.topic.hasPrefix("location.")
        }
        if isOutdated {
            state.withLock { $0.generation += 1 }
            lists.outdate()
        }
        return isOutdated
    }

    /// Products came, went or changed.
    func hearOfCatalogue() {
        lists.outdate()
    }
}
