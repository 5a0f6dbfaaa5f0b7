import Catalog
import Channels
import Database
import Essentials
import Ledger
import Places

/// What a channel may sell of a variant now.
public struct Availability: Sendable, Equatable {
    public let variant: Variant.ID
    /// What the channel shows: never below zero.
    public let quantity: Int64
    /// Free units at each of the channel's locations that has any, its buffer counted off, in the channel's order.
    public let locations: [Spot]
    /// Whether units that are not there yet may be promised, of a variant that is sold on back-order: the channel sells
    /// from somewhere, and its rule sets no bound that this would break.
    public let canOwe: Bool

    public struct Spot: Sendable, Equatable {
        public let location: Location.ID
        public let quantity: Int64
    }

    /// None is there.
    public var isSoldOut: Bool { quantity == 0 }

    /// Whether so many may be ordered now, on back-order if need be.
    public func sells(_ wanted: Int64, whenSoldOut policy: Variant.WhenSoldOut) -> Bool {
        wanted <= quantity || (policy == .backorder && canOwe)
    }
}

/// What a channel may sell of each of these variants, in a number of statements that does not grow with them.
public func availability(
    of variants: [Variant.ID], on channel: Channel, in snapshot: some Reading
) throws -> [Variant.ID: Availability] {
    guard !variants.isEmpty else { return [:] }
    let places = channel.locations.count <= 64 ? channel.locations.map(\.bits) : nil
    let accounts = try Ledger.accounts(
        .stock, items: variants.map(\.bits), states: [StockState.available.account], at: places, in: snapshot)
    let limits = try ChannelLimit.read(for: variants, on: channel, in: snapshot)
    var spots: [Variant.ID: [(rank: Int, spot: Availability.Spot)]] = [:]
    for account in accounts where account.key.pool == channel.pool {
        let location = Location.ID(bits: account.key.place)
        let free = account.free - (channel.rule.buffer ?? 0)
        guard free > 0, let rank = channel.rank(of: location) else { continue }
        spots[Variant.ID(bits: account.key.item), default: []].append((rank, .init(location: location, quantity: free)))
    }
    return Dictionary(
        variants.map { variant in
            let mine = (spots[variant] ?? []).sorted { $0.rank < $1.rank }.map(\.spot)
            let quantity = min(mine.reduce(0) { $0 + $1.quantity }, limits[variant]?.left ?? .max)
            return (variant, Availability(variant: variant, quantity: quantity, locations: mine, canOwe: channel.canOwe))
        }, uniquingKeysWith: { first, _ in first })
}

/// What a channel may sell of one variant.
public func availability(of variant: Variant.ID, on channel: Channel, in snapshot: some Reading) throws -> Availability {
    try availability(of: [variant], on: channel, in: snapshot)[variant]
        ?? Availability(variant: variant, quantity: 0, locations: [], canOwe: channel.canOwe)
}

extension Channel {
    var canOwe: Bool { !locations.isEmpty && !rule.limitsChannel }
}
