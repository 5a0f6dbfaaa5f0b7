import Catalog
import Database
import Feed
import Inventory
import Logging
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
        var place: LivePlace = 0
    }

    private let database: any Database
    private let keeper: ShopKeeper
    private let hub: LiveHub
    private let logger: Logger
    private let waiting = Mutex(Waiting())
    private let nudges: AsyncStream<Void>
    private let nudge: AsyncStream<Void>.Continuation

    init(database: any Database, keeper: ShopKeeper, hub: LiveHub, logger: Logger) {
        self.logger = logger
        self.database = database
        self.keeper = keeper
        self.hub = hub
        (nudges, nudge) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    static let prefix = "stock:"

    private static func topic(_ variant: Variant.ID) -> String { prefix + variant.description }
    private static func variant(_ topic: String) -> Variant.ID? {
        topic.hasPrefix(prefix) ? Variant.ID(topic.dropFirst(prefix.count)) : nil
    }

    /// Hears what has happened, in the order of the feed.
    func hear(_ facts: [RecordedFact]) {
        guard hub.listeners > 0 else { return }
        for fact in facts {
            let heard = hub.heard(among: MovedStock.all(in: fact).map { Self.topic($0.variant) })
            guard !heard.isEmpty else { continue }
            waiting.withLock { waiting in
                waiting.variants.formUnion(heard.compactMap(Self.variant))
                waiting.place = LivePlace(group: fact.place.transaction, number: fact.place.seq)
            }
            nudge.yield()
        }
    }

    /// The present numbers of the topics that are numbers of stock: for a page that begins to listen.
    func present(_ topics: [String]) async throws -> [LiveEvent] {
        try await events(of: topics.compactMap(Self.variant))
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
            return (variants: Array(waiting.variants), place: waiting.place)
        }
        guard !batch.variants.isEmpty else { return }
        do {
            hub.publish(try await events(of: batch.variants), at: batch.place)
        } catch {
            logger.error("numbers of open pages", metadata: ["fault": "\(error)"])
        }
    }

    private func events(of variants: [Variant.ID]) async throws -> [LiveEvent] {
        guard !variants.isEmpty else { return [] }
        let channel = try await keeper.shop().channel
        let stock = try await database.read { try availability(of: variants, on: channel, in: $0) }
        return variants.compactMap { variant in
            stock[variant].map { LiveEvent(topic: Self.topic(variant), data: String($0.quantity)) }
        }
    }
}
