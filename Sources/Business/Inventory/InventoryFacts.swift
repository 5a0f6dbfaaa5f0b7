import Catalog
import Channels
import Essentials
import Feed
import Places

/// Units have moved: what is free or on hand is another number now.
public struct StockMoved: Fact {
    public static let topic = "stock.moved"

    public struct Move: Codable, Sendable, Equatable {
        public let variant: Variant.ID
        public let location: Location.ID
        /// The channel's own stock, or absent for what is shared.
        public let pool: Location.ID?
        /// How many more are free to be sold there.
        public let free: Int64
        /// How many more are on hand there.
        public let onHand: Int64

        public init(_ variant: Variant.ID, at location: Location.ID, pool: UInt128, free: Int64, onHand: Int64) {
            self.variant = variant
            self.location = location
            self.pool = pool == 0 ? nil : Location.ID(bits: pool)
            self.free = free
            self.onHand = onHand
        }
    }

    /// The delivery, count, checkout or order that moved them.
    public let subject: UInt128
    public let reason: String
    public let moves: [Move]

    public init(by document: UInt128, reason: String, moves: [Move]) {
        subject = document
        self.reason = reason
        self.moves = moves
    }

    private enum CodingKeys: String, CodingKey { case document, reason, moves }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        subject = try container.decode(StockDocument.ID.self, forKey: .document).bits
        reason = try container.decode(String.self, forKey: .reason)
        moves = try container.decode([Move].self, forKey: .moves)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(StockDocument.ID(bits: subject), forKey: .document)
        try container.encode(reason, forKey: .reason)
        try container.encode(moves, forKey: .moves)
    }
}

/// More was sold over the counter than the books said was free: they were wrong, or the unit was promised to somebody.
/// The location owes a count, and orders that wait for this variant there are in danger.
public struct StockFound: Fact {
    public static let topic = "stock.found"

    public let variant: Variant.ID
    public let location: Location.ID
    public let quantity: Int64
    public var subject: UInt128 { variant.bits }
}

/// What another system had counted of a variant was taken over, at so many locations.
public struct StockOpened: Fact {
    public static let topic = "stock.opened"

    public let variant: Variant.ID
    public let locations: Int
    public var subject: UInt128 { variant.bits }
}

/// A channel that was linked has given what it had on so many shelves to the shared stock; there may be more to come.
public struct StockJoined: Fact {
    public static let topic = "stock.joined"

    public let channel: Channel.ID
    public let shelves: Int
    public var subject: UInt128 { channel.bits }
}
