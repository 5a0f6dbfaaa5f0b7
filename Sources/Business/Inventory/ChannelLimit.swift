import Catalog
import Channels
import Database
import Essentials
import Ledger
import Places

/// How many units of a variant a channel may have taken at once, by its share, its cap and where it stops.
struct ChannelLimit: Equatable {
    /// Free at the channel's locations, its buffer not counted off.
    let free: Int64
    /// On hand there, available or committed.
    let onHand: Int64
    /// Held or ordered through this channel, and not yet handed over.
    let taken: Int64
    let rule: StockRule

    /// What the share allows: a part of what is on hand, rounded down.
    var byShare: Int64? { rule.sharePercent.map { onHand * Int64($0) / 100 } }
    /// What it may take until `stopAt` are left.
    var beforeStop: Int64? { rule.stopAt.map { max(0, free - $0) + taken } }

    /// The most that may be taken in all.
    var most: Int64 { [byShare, rule.cap, beforeStop].compactMap(\.self).min() ?? .max / 2 }
    /// How many more may be taken.
    var left: Int64 { max(0, most - taken) }

    /// The limits of these variants; none when the channel's rule sets none. The accounts that decide are locked.
    static func find(
        for variants: [Variant.ID], on channel: Channel, in transaction: Transaction
    ) throws -> [Variant.ID: ChannelLimit] {
        guard channel.rule.limitsChannel else { return [:] }
        let accounts = try accounts(of: variants, on: channel, in: transaction)
        let locked = try Ledger.lock(
            accounts.map(\.key) + variants.map { .allowance($0, of: channel.id) }, in: transaction)
        return limits(of: variants, on: channel, from: Array(locked.values))
    }

    /// The same without locks, to show.
    static func read(for variants: [Variant.ID], on channel: Channel, in snapshot: some Reading) throws -> [Variant.ID: ChannelLimit] {
        guard channel.rule.limitsChannel else { return [:] }
        let allowances = try Ledger.accounts(
            .allowance, items: variants.map(\.bits), states: [.outside], at: [channel.id.bits], in: snapshot)
        return limits(of: variants, on: channel, from: try accounts(of: variants, on: channel, in: snapshot) + allowances)
    }

    private static func accounts(of variants: [Variant.ID], on channel: Channel, in reading: some Reading) throws -> [Account] {
        try Ledger.accounts(
            .stock, items: variants.map(\.bits), states: [StockState.available.account, StockState.committed.account], in: reading
        )
        .filter { $0.key.pool == channel.pool && channel.sells(from: Location.ID(bits: $0.key.place)) }
    }

    private static func limits(of variants: [Variant.ID], on channel: Channel, from accounts: [Account]) -> [Variant.ID: ChannelLimit] {
        var free: [UInt128: Int64] = [:]
        var onHand: [UInt128: Int64] = [:]
        var taken: [UInt128: Int64] = [:]
        for account in accounts {
            if account.key.book == .allowance {
                taken[account.key.item] = -account.free
            } else {
                onHand[account.key.item, default: 0] += account.balance
                if account.key.state == StockState.available.account { free[account.key.item, default: 0] += account.free }
            }
        }
        return Dictionary(
            variants.map {
                ($0, ChannelLimit(free: free[$0.bits] ?? 0, onHand: onHand[$0.bits] ?? 0, taken: taken[$0.bits] ?? 0, rule: channel.rule))
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension StockRule {
    /// Whether it binds the channel as a whole and not only what it may take at one location.
    var limitsChannel: Bool { sharePercent != nil || cap != nil || stopAt != nil }
}
