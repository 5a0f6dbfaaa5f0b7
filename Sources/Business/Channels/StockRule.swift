import Database

/// How much of what is there a channel may show and sell. Each part is optional; those that are set all hold.
/// Quantities are in the item's smallest unit, as in the ledger.
public struct StockRule: Sendable, Hashable {
    /// At most this part of what is on hand is promised through it at once: 0 to 100, rounded down.
    public var sharePercent: Int?
    /// Kept back at each location.
    public var buffer: Int64?
    /// The most that is promised through it at once, over all its locations.
    public var cap: Int64?
    /// It stops selling when what is free over all its locations is this much or less.
    public var stopAt: Int64?

    public init(sharePercent: Int? = nil, buffer: Int64? = nil, cap: Int64? = nil, stopAt: Int64? = nil) {
        self.sharePercent = sharePercent
        self.buffer = buffer
        self.cap = cap
        self.stopAt = stopAt
    }

    /// Everything that is free.
    public static let none = StockRule()

    /// - Throws: `ChannelsRefusal.share` or `.negative`.
    func check() throws(ChannelsRefusal) {
        if let sharePercent, !(0...100).contains(sharePercent) { throw .share(sharePercent) }
        for (field, quantity) in [("buffer", buffer), ("cap", cap), ("stop_at", stopAt)] {
            if let quantity, quantity < 0 { throw .negative(field: field) }
        }
    }
}
