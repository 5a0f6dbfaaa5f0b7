import Channels
import Database
import Essentials
import Foundation

/// How a channel's shop leads people through it: its menu, and what it promises of deliveries and of its shops.
public struct ShopGuide: Sendable, Equatable {
    /// Handles of collections, in the order of the menu; none when the shop shall show the first by title.
    public var menu: [String]
    /// In how many working days a delivery is there, from the order on; `nil` when nothing is promised.
    public var delivery: ClosedRange<Int>?
    /// What is to be said besides: what it costs, whence it comes.
    public var deliveryWords: String
    /// What is to be said of buying in a shop.
    public var shopWords: String
    /// Grows by one with each change, so that nobody overwrites what they have not seen; 0 when nobody has decided yet.
    public let version: Int64

    public init(
        menu: [String] = [], delivery: ClosedRange<Int>? = nil, deliveryWords: String = "", shopWords: String = "", version: Int64 = 0
    ) {
        self.menu = menu
        self.delivery = delivery
        self.deliveryWords = deliveryWords
        self.shopWords = shopWords
        self.version = version
    }

    /// As it was last decided, or as a shop begins.
    public static func find(_ channel: Channel.ID, in reading: some Reading) throws -> ShopGuide {
        try reading.row(
            """
            SELECT menu, delivery_from, delivery_to, delivery_words, shop_words, version FROM shop_guide WHERE channel = \(channel)
            """
        ) { row in
            let menu: String = try row.next()
            let (from, to): (Int?, Int?) = try (row.next(), row.next())
            return ShopGuide(
                menu: menu.split(separator: " ").map(String.init), delivery: range(from, to), deliveryWords: try row.next(),
                shopWords: try row.next(), version: try row.next())
        } ?? ShopGuide()
    }

    private static func range(_ from: Int?, _ to: Int?) -> ClosedRange<Int>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    static let mostCollections = 12
    static let mostDays = 90
    static let mostWords = 200
}
