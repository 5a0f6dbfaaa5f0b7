import Catalog
import Database
import Feed
import Inventory
import Synchronization
import Web

/// Tells open pages how many of a variant can be had, whenever that may be another number.
///
/// Numbers are computed for what somebody looks at, for all waiting variants in one read; so thousands of sales of things
/// that nobody looks at cost nothing, and a rush on one SKU costs one read at a time.
final class LiveStock: Sendable {
    private struct Waiting {
        var variants: Set<Variant.ID> = []
        /// The place in the feed up to which their numbers must be right.
        var seq: Int64 = 0
    }

    private let database: any Database
    private let keeper: ShopKeeper
    private let hub: LiveHub
    private let waiting = Mutex(Waiting())
    private let nudges: AsyncStream<Void>
    private let nudge: AsyncStream<Void>.Continuation

    init(database: any Database, keeper: ShopKeeper, hub: LiveHub) {
        self.database = database
        self.keeper = keeper
        self.hub = hub
        (nudges, nudge) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    static let prefix = "stock:"

    static func topic(_ variant: Variant.ID) -> String { prefix + variant.description }

    /// Units have moved.
    func hear(_ moves: [MovedStock], at seq: Int64) {
        enqueue(moves.map(\.variant).filter { hub.isHeard(Self.topic($0)) }, at: seq)
    }

    /// Somebody begins to listen: what moved since their page was drawn is told them.
    func welcome(_ topics: Set<String>) {
        enqueue(topics.compactMap { $0.hasPrefix(Self.prefix) ? Variant.ID($0.dropFirst(Self.prefix.count)) : nil }, at: 0)
    }

    private func enqueue(_ variants: [Variant.ID], at seq: Int64) {
        guard !variants.isEmpty else { return }
        waiting.withLock { waiting in
            waiting.variants.formUnion(variants)
            waiting.seq = max(waiting.seq, seq)
        }
        nudge.yield()
    }

    /// Computes and tells until the task is cancelled.
    func run() async {
        for await _ in nudges {
            guard !Task.isCancelled else { return }
            await tell()
        }
    }

    private func tell() async {
        let batch = waiting.withLock { waiting in
            defer { waiting.variants = [] }
            return (variants: Array(waiting.variants), seq: waiting.seq)
        }
        guard !batch.variants.isEmpty, let shop = try? await keeper.shop() else { return }
        let found = try? await database.read { snapshot in
            (
                stock: try availability(of: batch.variants, on: shop.channel, in: snapshot),
                seq: batch.seq == 0 ? try Feed.last(in: snapshot) : batch.seq
            )
        }
        guard let found else { return }
        let events = batch.variants.compactMap { variant in
            found.stock[variant].map { LiveEvent(topic: Self.topic(variant), data: String($0.quantity)) }
        }
        hub.tell(events, asOf: found.seq)
    }
}
