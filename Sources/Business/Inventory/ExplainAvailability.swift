import Catalog
import Channels
import Database
import Essentials
import Places

/// Why a channel shows the number that it shows: from what is on the shelves, step by step.
public struct StockExplanation: Sendable, Equatable {
    /// One step of the chain, and the quantity that remains after it.
    public struct Step: Sendable, Equatable {
        public enum Source: Sendable, Equatable {
            /// What is physically at a location.
            case onHand(Location.ID)
            case committed(Location.ID)
            case setAside(Location.ID, StockState)
            /// Kept for checkouts that are under way.
            case held(Location.ID)
            /// The channel's rule keeps so many back at each location.
            case buffer(Location.ID)
            /// More is promised there than is free; other locations do not pay for it.
            case overdrawn(Location.ID)
            /// Nothing is sold below so many in all.
            case stopAt(Int64)
            /// At most this part of what is on hand may be taken at once; so many are.
            case share(percent: Int, taken: Int64)
            case cap(Int64, taken: Int64)
        }

        public let source: Source
        public let change: Int64
        public let remaining: Int64
    }

    public let variant: Variant.ID
    public let channel: Channel.ID
    public let steps: [Step]
    /// What the channel shows: the last step's remainder.
    public let quantity: Int64
    /// Whether it is sold beyond that, on back-order.
    public let mayBeOwed: Bool
}

/// The chain of steps from what is on the shelf to what the channel shows. It ends at what `availability` says.
public func explain(_ variant: Variant.ID, on channel: Channel, in snapshot: some Reading) throws -> StockExplanation {
    let levels = try StockLevel.of([variant], in: snapshot)
        .filter { $0.pool == channel.pool && channel.sells(from: $0.location) }
        .sorted { channel.rank(of: $0.location) ?? 0 < channel.rank(of: $1.location) ?? 0 }
    var chain = Chain()
    for level in levels { chain.add(level, buffer: channel.rule.buffer ?? 0) }
    if let limit = try ChannelLimit.read(for: [variant], on: channel, in: snapshot)[variant] { chain.bound(by: limit) }
    let mayBeOwed = try Variant.find([variant], in: snapshot)[variant]?.whenSoldOut == .backorder && channel.canOwe
    return StockExplanation(
        variant: variant, channel: channel.id, steps: chain.steps, quantity: chain.remaining, mayBeOwed: mayBeOwed)
}

private struct Chain {
    var steps: [StockExplanation.Step] = []
    var remaining: Int64 = 0

    mutating func step(_ change: Int64, _ source: StockExplanation.Step.Source) {
        guard change != 0 else { return }
        remaining += change
        steps.append(.init(source: source, change: change, remaining: remaining))
    }

    mutating func add(_ level: StockLevel, buffer: Int64) {
        let before = remaining
        step(level.onHand, .onHand(level.location))
        for state in [StockState.damaged, .quality, .leased] { step(-level.of(state), .setAside(level.location, state)) }
        step(-level.of(.committed), .committed(level.location))
        step(-level.held, .held(level.location))
        step(-min(buffer, max(0, level.free)), .buffer(level.location))
        if remaining < before { step(before - remaining, .overdrawn(level.location)) }
    }

    mutating func bound(by limit: ChannelLimit) {
        if let stop = limit.rule.stopAt, let most = limit.beforeStop { cut(to: most - limit.taken, .stopAt(stop)) }
        if let percent = limit.rule.sharePercent, let most = limit.byShare {
            cut(to: most - limit.taken, .share(percent: percent, taken: limit.taken))
        }
        if let cap = limit.rule.cap { cut(to: cap - limit.taken, .cap(cap, taken: limit.taken)) }
    }

    private mutating func cut(to most: Int64, _ source: StockExplanation.Step.Source) {
        step(min(0, max(0, most) - remaining), source)
    }
}
