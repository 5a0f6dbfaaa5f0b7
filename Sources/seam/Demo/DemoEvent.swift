/// Something that happened in the demo shop since it opened.
struct DemoEvent: Sendable {
    enum Deed: Sendable {
        /// Somebody orders and pays, on the web or on the marketplace.
        case order(DemoShopper, DemoPlatform, [DemoLine])
        /// The last order of this shopper is undone.
        case cancellation(DemoShopper)
        /// Somebody walks out of a shop with these.
        case sale(DemoPlace, [DemoLine])
        case move(from: DemoPlace, to: DemoPlace, [DemoLine], note: String)
        case damage(DemoPlace, DemoLine, note: String)
        /// A count finds so many fewer than the books say.
        case loss(DemoPlace, DemoLine, note: String)
    }

    let at: DemoCalendar.Moment
    let deed: Deed

    init(_ at: DemoCalendar.Moment, _ deed: Deed) {
        self.at = at
        self.deed = deed
    }

    /// In the order in which they happened. Sales fall into hours in which the shops are open on every weekday.
    static let all: [DemoEvent] = [
        .init(.daysAgo(12, hour: 19, minute: 42), .order(.aino, .web, [DemoLine("MUG-FOG", 2), DemoLine("COFFEE-LIGHT-250")])),
        .init(.daysAgo(11, hour: 13, minute: 8), .sale(.helsinki, [DemoLine("BRUSH"), DemoLine("TOWEL-NATURAL", 2)])),
        .init(.daysAgo(10, hour: 21, minute: 5), .order(.jonas, .web, [DemoLine("BOARD-M"), DemoLine("MILL")])),
        .init(.daysAgo(9, hour: 13, minute: 31), .sale(.turku, [DemoLine("JAM-340", 2), DemoLine("CRISPBREAD")])),
        .init(.daysAgo(9, hour: 15, minute: 20), .sale(.stockholm, [DemoLine("CANDLE-20", 2)])),
        .init(
            .daysAgo(8, hour: 10, minute: 15),
            .move(from: .warehouse, to: .helsinki, [DemoLine("CANDLE-20", 12)], note: "For the shop window")),
        .init(.daysAgo(8, hour: 18, minute: 55), .order(.freja, .marketplace, [DemoLine("VAKKA-S"), DemoLine("HONEY", 2)])),
        .init(.daysAgo(7, hour: 9, minute: 30), .damage(.warehouse, DemoLine("MUG-FOG", 2), note: "Chipped on the way from the pottery")),
        .init(.daysAgo(6, hour: 14, minute: 45), .sale(.helsinki, [DemoLine("PAN-24"), DemoLine("SPOON-SLOT"), DemoLine("OIL")])),
        .init(.daysAgo(5, hour: 20, minute: 10), .order(.maija, .web, [DemoLine("THROW-LICHEN"), DemoLine("CANDLE-30", 2)])),
        .init(.daysAgo(4, hour: 11, minute: 5), .order(.ingrid, .web, [DemoLine("POT-CREAM")])),
        .init(.daysAgo(4, hour: 12, minute: 20), .cancellation(.ingrid)),
        .init(.daysAgo(3, hour: 13, minute: 30), .sale(.helsinki, [DemoLine("COFFEE-DARK-250", 2), DemoLine("CHOCOLATE", 3)])),
        .init(.daysAgo(3, hour: 19, minute: 25), .order(.pekka, .marketplace, [DemoLine("CANDLE-20", 3)])),
        .init(
            .daysAgo(2, hour: 15, minute: 55),
            .loss(.helsinki, DemoLine("CHOCOLATE"), note: "One bar fewer than there should be; nobody was hungry")),
        .init(.daysAgo(2, hour: 20, minute: 0), .order(.lauri, .web, [DemoLine("BASKET")])),
        // The only basket was promised to Lauri the evening before: it is sold all the same, and his order is in danger.
        .init(.daysAgo(1, hour: 14, minute: 10), .sale(.turku, [DemoLine("BASKET")])),
        .init(.daysAgo(1, hour: 15, minute: 15), .sale(.stockholm, [DemoLine("MUG-CLAY"), DemoLine("DRIPPER")])),
        .init(.minutesAgo(95), .order(.freja, .web, [DemoLine("CARAFE"), DemoLine("OIL")])),
        .init(.minutesAgo(20), .order(.aino, .web, [DemoLine("JAM-340", 2), DemoLine("CHOCOLATE")])),
    ]
}

enum DemoPlatform: Sendable {
    case web, marketplace
}
