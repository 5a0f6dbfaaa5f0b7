import Essentials

/// Something that happened in the demo shop since it opened.
struct DemoEvent: Sendable {
    enum Deed: Sendable {
        /// Somebody shops on the web or on the marketplace.
        case order(DemoShopper, DemoPlatform, [DemoLine], DemoEnding)
        /// The last order of this shopper is undone.
        case cancellation(DemoShopper)
        /// Checkouts whose time is over give back what they held.
        case expiry
        /// Somebody walks out of a shop with these, whatever the books say.
        case sale(DemoPlace, [DemoLine])
        /// Somebody came into a shop for these, and buys what lies there.
        case visit(DemoPlace, [DemoLine], DemoTender)
        case move(from: DemoPlace, to: DemoPlace, [DemoLine], note: String)
        /// The suppliers bring to the warehouse what has run low.
        case delivery
        /// The warehouse sends a shop what has run low there.
        case refill(DemoPlace)
        case damage(DemoPlace, DemoLine, note: String)
        /// A count finds so many fewer than the books say.
        case loss(DemoPlace, DemoLine, note: String)
        /// A count finds so many more.
        case find(DemoPlace, DemoLine, note: String)
    }

    let at: Instant
    let deed: Deed
}

enum DemoPlatform: Sendable {
    case web, marketplace
}

/// How far a shopper gets.
enum DemoEnding: Sendable, Equatable {
    case paid
    /// The first card is declined, the second one pays.
    case paidAtSecondTry
    case declined
    /// They leave at the checkout, and its time runs out.
    case leftAtCheckout
    case leftInCart
}

/// What people pay with in a shop.
enum DemoTender: Sendable {
    case cash, card
}
