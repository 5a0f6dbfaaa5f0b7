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
    let free: Int64

    /// Where to take a quantity from: the first location that has all of it; else from the first ones, as few as it takes.
    /// - Parameter sources: in the channel's order.
    /// - Returns: `nil` when there is less in all.
    static func pick(_ quantity: Int64, from sources: [StockSource]) -> [StockSource]? {
        if let one = sources.first(where: { $0.free >= quantity }) { return [StockSource(location: one.location, free: quantity)] }
        var missing = quantity
        var picked: [StockSource] = []
        for source in sources.sorted(by: { $0.free > $1.free }) where source.free > 0 {
            let taken = min(missing, source.free)
            picked.append(StockSource(location: source.location, free: taken))
            missing -= taken
            if missing == 0 { return picked }
        }
        return nil
    }
}

/// Finds where a channel can take units from, without reading every location of a large retailer.
struct SourceFinder {
    /// So many of the channel's first locations are looked at first: mostly its warehouse.
    private static let preferred = 4
    /// Then so many places that have any, whichever they are.
    private static let some = 128

    let channel: Channel
    /// The only location to take from, for a pickup; `nil` for wherever the channel sells from.
    let only: Location.ID?

    /// Sources for each line, in the channel's order; lines that cannot be met have what there is.
    func sources(for lines: [StockLine], in transaction: Transaction) throws -> [Variant.ID: [StockSource]] {
        var found: [Variant.ID: [StockSource]] = [:]
        let first = only.map { [$0] } ?? Array(channel.locations.prefix(Self.preferred))
        add(try accounts(of: lines.map(\.variant), at: first, in: transaction), to: &found)
        guard only == nil, channel.locations.count > first.count else { return found }

        for line in lines where StockSource.pick(line.quantity, from: found[line.variant] ?? []) == nil {
            let some = try accounts(of: [line.variant], limit: Self.some, in: transaction)
            found[line.variant] = nil
            add(some, to: &found)
            // Only when those have too little, and there are more, is everything read.
            if StockSource.pick(line.quantity, from: found[line.variant] ?? []) == nil, some.count == Self.some {
                found[line.variant] = nil
                add(try accounts(of: [line.variant], limit: .max, in: transaction), to: &found)
            }
        }
        return found
    }

    private func accounts(
        of variants: [Variant.ID], at locations: [Location.ID]? = nil, limit: Int? = nil, in transaction: Transaction
    ) throws -> [Account] {
        try Ledger.accounts(
            .stock, items: variants.map(\.bits), states: [StockState.available.account], at: locations?.map(\.bits), freeOnly: limit,
            in: transaction)
    }

    private func add(_ accounts: [Account], to found: inout [Variant.ID: [StockSource]]) {
        let mine = accounts.filter { $0.key.pool == channel.pool }.compactMap { account in
            channel.rank(of: Location.ID(bits: account.key.place)).map { (rank: $0, account: account) }
        }
        for (_, account) in mine.sorted(by: { $0.rank < $1.rank }) {
            let source = source(account)
            if source.free > 0 { found[Variant.ID(bits: account.key.item), default: []].append(source) }
        }
    }

    private func source(_ account: Account) -> StockSource {
        StockSource(location: Location.ID(bits: account.key.place), free: account.free - (channel.rule.buffer ?? 0))
    }
}
