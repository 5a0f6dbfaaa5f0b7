import Channels
import Feed
import Inventory
import Orders
import Web

/// Something that happened to an order: what, through whom, on which channel and when.
struct HappeningRow: Shown {
    /// A word of `happening.mustache`.
    let word: String
    let by: Subject
    let channel: String?
    let at: Moment

    /// - Returns: `nil` for units that moved because of something that the history says itself.
    init?(_ fact: RecordedFact, names: [String: String], clock: ShopClock) throws {
        let reason = try fact.decoded(as: StockMoved.self)?.reason
        if let reason, Self.saidAnyway.contains(reason) { return nil }
        word = (reason == Self.handedOver ? Self.handedOver : fact.topic).replacing(".", with: "_")
        by = Subject(fact.origin.actor, named: names)
        channel = fact.origin.channelID.flatMap { names[$0] }
        at = Moment(fact.at, clock)
    }

    private static let handedOver = "order.handed_over"
    private static let saidAnyway: Set = [
        "stock.held", "order.placed", "order.cancelled", "sale.rung_up", "checkout.expired", "checkout.replaced",
    ]

    static let answers: Answers = ["topic": { Chosen($0.word) }, "by": \.by, "channel": \.channel, "at": \.at]
}

extension Origin {
    /// The id of the channel, as names are looked up by it.
    var channelID: String? { channel.map { Channel.ID(bits: $0).description } }
}
