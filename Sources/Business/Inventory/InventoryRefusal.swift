import Catalog
import Essentials
import Ledger

public enum InventoryRefusal: Refusal, Equatable {
    /// Less can be had than was asked for.
    case short([Shortage])
    /// The quantity is another one than the person saw.
    case changedMeanwhile(now: Int64)
    /// Units that are to go are kept for checkouts or orders.
    case promised(free: Int64)
    case quantity
    case sameLocation
    /// Units are set aside from where they are already.
    case sameState
    /// Only what is for sale, damaged or to be looked at is set aside or put back.
    case notToBeSetAside
    /// The channel sells what all share.
    case noPool
    case unknownLocation(String)
    case unknownVariant(String)

    public struct Shortage: Sendable, Equatable {
        public let variant: Variant.ID
        public let wanted: Int64
        /// What can still be had; never below zero.
        public let free: Int64
    }

    public var code: String {
        switch self {
        case .short: "stock.short"
        case .changedMeanwhile: "stock.changed"
        case .promised: "stock.promised"
        case .quantity: "stock.quantity"
        case .sameLocation: "stock.same_location"
        case .sameState: "stock.same_state"
        case .notToBeSetAside: "stock.not_to_be_set_aside"
        case .noPool: "stock.no_pool"
        case .unknownLocation: "stock.unknown_location"
        case .unknownVariant: "stock.unknown_variant"
        }
    }

    public var field: String? {
        switch self {
        case .short, .promised, .quantity, .changedMeanwhile: "quantity"
        case .sameLocation, .unknownLocation: "location"
        case .sameState: "to"
        case .notToBeSetAside: "from"
        case .unknownVariant: "variant"
        case .noPool: nil
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .short, .changedMeanwhile, .promised, .noPool: .conflict
        case .quantity, .sameLocation, .sameState, .notToBeSetAside: .invalid
        case .unknownLocation, .unknownVariant: .notFound
        }
    }

    public var sentence: Sentence {
        switch self {
        case .short(let shortages):
            switch shortages.filter({ $0.free > 0 }).count {
            case 0: "This is sold out."
            case 1 where shortages.count == 1:
                Sentence(count: shortages[0].free, one: "Only \(shortages[0].free) left.", other: "Only \(shortages[0].free) left.")
            default: "Only so many are left: \(shortages.map { String($0.free) }.joined(separator: ", "))."
            }
        case .changedMeanwhile(let now): "The quantity has changed meanwhile: it is \(now) now. Look again, then save."
        case .promised(let free):
            Sentence(
                count: free, one: "Only \(free) of these is free; the others are kept for checkouts or orders.",
                other: "Only \(free) of these are free; the others are kept for checkouts or orders.")
        case .quantity: "A quantity is a whole number above zero."
        case .sameLocation: "The units are there already."
        case .sameState: "The units are in this state already."
        case .notToBeSetAside: "Only units that are available, damaged or to be looked at can be set aside or put back."
        case .noPool: "This channel sells the shared stock and keeps none for itself."
        case .unknownLocation(let name): "There is no location “\(name)”."
        case .unknownVariant(let name): "There is no product with the SKU “\(name)”."
        }
    }
}

extension LedgerRefusal {
    /// A shortage of units, in the terms of whoever asked for them.
    var asStock: InventoryRefusal? {
        guard case .short(let shortages) = self else { return nil }
        return .short(
            shortages.map { InventoryRefusal.Shortage(variant: Variant.ID(bits: $0.account.item), wanted: $0.wanted, free: $0.free) })
    }
}
