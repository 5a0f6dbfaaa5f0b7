import Catalog
import Channels
import Database
import Essentials
import Ledger
import Places

/// Free units of one variant at one of a channel's locations.
struct StockSource: Equatable {
    let location: Location.ID
    /// What the channel may take there: free units without its buffer.
    var free: Int64
    /// Whether some of them are not there yet: they are owed, and come with a later delivery.
    var isOwed = false

    /// Where to take a quantity from: the first location that has all of it; else from the first ones, as few as it takes.
    /// - Parameters:
    ///   - sources: in the channel's order.
    ///   - home: where what is missing may be owed; `nil` when nothing may.
    /// - Returns: `nil` when there is less in all.
    static func pick(_ quantity: Int64, from sources: [StockSource], owedAt home: Location.ID? = nil) -> [StockSource]? {
        if let one = sources.first(where: { $0.free >= quantity }) { return [StockSource(location: one.location, free: quantity)] }
        var missing = quantity
        var picked: [StockSource] = []
        for source in sources.sorted(by: { $0.free > $1.free }) where source.free > 0 {
            let taken = min(missing, source.free)
            picked.append(StockSource(location: source.location, free: taken))
            missing -= taken
            if missing == 0 { return picked }
        }
        guard let home else { return nil }
        let first = picked.firstIndex { $0.location == home }
        let owed = StockSource(location: home, free: (first.map { picked[$0].free } ?? 0) + missing, isOwed: true)
        if let first { picked[first] = owed } else { picked.append(owed) }
        return picked
    }
}

/// Finds where a channel can take units from, without reading every location of a large retailer.
struct SourceFinder {
    /// A channel of so many locations has all of them looked at.
    private static let few = 32
    /// Of a larger one its first location is looked at first, mostly its warehouse, then those that come after it.
    private static let preferred = [0..<1, 1..<4]
    /// Then so many places that have any, whichever they are: each is a row in a far corner of the table.
    private static let some = 8

    let channel: Channel
    /// The only location to take from, for a pickup; `nil` for wherever the channel sells from.
    let only: Location.ID?

    /// Sources for each line, in the channel's order; lines that cannot be met have what there is.
    func sources(for lines: [StockLine], in transaction: Transaction) throws -> [Variant.ID: [StockSource]] {
        let variants = lines.map(\.variant)
        if let only { return try sources(of: variants, at: [only], in: transaction).sources }
        guard channel.locations.count > Self.few else { return try sources(of: variants, in: transaction).sources }

        var found: [Variant.ID: [StockSource]] = [:]
        func short() -> [Variant.ID] {
            lines.filter { StockSource.pick($0.quantity, from: found[$0.variant] ?? []) == nil }.map(\.variant)
        }
        for places in Self.preferred {
            let near = try sources(of: short(), at: Array(channel.locations[places]), in: transaction).sources
            found.merge(near) { $0 + $1 }
            if short().isEmpty { return found }
        }
        let elsewhere = short()
        let some = try sources(of: elsewhere, limit: Self.some, in: transaction)
        for variant in elsewhere { found[variant] = some.sources[variant] }
        // Only of those that still have too little, and of which there are more, is everything read.
        let rest = short().filter { some.counts[$0] == Self.some }
        guard !rest.isEmpty else { return found }
        let all = try sources(of: rest, in: transaction).sources
        for variant in rest { found[variant] = all[variant] }
        return found
    }

    /// - Returns: the sources, and how many places of each variant were read for them.
    private func sources(
        of variants: [Variant.ID], at locations: [Location.ID]? = nil, limit: Int? = nil, in transaction: Transaction
    ) throws -> (sources: [Variant.ID: [StockSource]], counts: [Variant.ID: Int]) {
        let free = try Ledger.free(
            .stock, items: variants.map(\.bits), state: StockState.available.account, pool: channel.pool, at: locations?.map(\.bits),
            limit: limit, in: transaction)
        var found: [Variant.ID: [(rank: Int, source: StockSource)]] = [:]
        var counts: [Variant.ID: Int] = [:]
        for spot in free {
            counts[Variant.ID(bits: spot.item), default: 0] += 1
            let location = Location.ID(bits: spot.place)
            let left = spot.quantity - (channel.rule.buffer ?? 0)
            guard left > 0, let rank = channel.rank(of: location) else { continue }
            found[Variant.ID(bits: spot.item), default: []].append((rank, StockSource(location: location, free: left)))
        }
        return (found.mapValues { $0.sorted { $0.rank < $1.rank }.map(\.source) }, counts)
    }
}
