import Essentials
import Feed

/// A quantity that goes from one account to another of the same item.
public struct Transfer: Sendable, Equatable {
    public let source: AccountKey
    public let target: AccountKey
    /// In the item's smallest unit, above zero.
    public let quantity: Int64
    /// What must remain free at the source afterwards, when more than its floor: a channel's buffer.
    public let leaving: Int64?

    public init(_ quantity: Int64, from source: AccountKey, to target: AccountKey, leaving: Int64? = nil) {
        precondition(quantity > 0, "a transfer of \(quantity)")
        precondition(source.book == target.book && source.item == target.item, "a transfer from one item to another")
        precondition(source != target, "a transfer from an account to itself")
        self.source = source
        self.target = target
        self.quantity = quantity
        self.leaving = leaving
    }
}

/// Why something is moved: every entry names it.
public struct Posting: Sendable {
    /// The order, the delivery, the count: its id's bits.
    public let document: UInt128
    /// A dotted word: `order.placed`, `stock.received`.
    public let reason: String
    public let origin: Origin

    public init(_ document: UInt128, reason: String, by origin: Origin) {
        self.document = document
        self.reason = reason
        self.origin = origin
    }
}
