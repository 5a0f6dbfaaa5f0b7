import Catalog
import Channels
import Database
import Essentials
import Ledger
import Places

/// In which state units lie at a location. Together they are what is physically there, except those in transit.
public enum StockState: Int, Sendable, CaseIterable {
    /// Free to be sold, but for what open holds keep.
    case available = 1
    /// Promised to placed orders.
    case committed = 2
    case damaged = 3
    /// Waiting to be looked at.
    case quality = 4
    /// On the way here from another location.
    case transit = 5
    /// Lent to a till that works offline.
    case leased = 6

    var account: AccountState { AccountState(rawValue: rawValue) }

    /// What is on hand: physically at the location.
    public static let onHand: [StockState] = [.available, .committed, .damaged, .quality, .leased]
}

/// Where units come from and go to beyond the shelves.
public enum Outside: UInt128, Sendable {
    case supplier = 1
    case customer = 2
    /// Found, lost, stolen, miscounted.
    case world = 3
}

extension AccountKey {
    /// The units of a variant in one state at one location.
    static func stock(_ variant: Variant.ID, _ state: StockState, at location: Location.ID, pool: UInt128) -> AccountKey {
        AccountKey(.stock, item: variant.bits, state: state.account, at: location.bits, pool: pool)
    }

    static func stock(_ variant: Variant.ID, _ outside: Outside) -> AccountKey {
        AccountKey(.stock, item: variant.bits, state: .outside, at: outside.rawValue)
    }

    /// What a channel has not yet taken of its allowance of a variant; it runs below zero by what it has taken.
    static func allowance(_ variant: Variant.ID, of channel: Channel.ID) -> AccountKey {
        AccountKey(.allowance, item: variant.bits, state: .outside, at: channel.bits)
    }

    /// What a channel has taken: held or ordered, and not yet handed over.
    static func taken(_ variant: Variant.ID, by channel: Channel.ID) -> AccountKey {
        AccountKey(.allowance, item: variant.bits, state: AccountState(rawValue: 1), at: channel.bits)
    }
}
