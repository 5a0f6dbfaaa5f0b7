extension DemoEvent {
    /// What every demo shop tells, whatever chance brings besides: one thing of each kind that the desk can show.
    ///
    /// Sales fall into hours in which the shops are open on every weekday.
    static func told(by calendar: DemoCalendar) -> [DemoEvent] {
        moments.map { DemoEvent(at: calendar.instant(of: $0), deed: $1) }
    }

    /// What the marketplace sells of its own accord would blur the number that wants explaining.
    static let toldOnMarketplace: Set<String> = ["CANDLE-20"]

    private static let moments: [(DemoCalendar.Moment, Deed)] = [
        (.daysAgo(12, hour: 19, minute: 42), .order(.aino, .web, [DemoLine("MUG-FOG", 2), DemoLine("COFFEE-LIGHT-250")], .paid)),
        (.daysAgo(11, hour: 13, minute: 8), .sale(.helsinki, [DemoLine("BRUSH"), DemoLine("TOWEL-NATURAL", 2)])),
        (.daysAgo(10, hour: 21, minute: 5), .order(.jonas, .web, [DemoLine("BOARD-M"), DemoLine("MILL")], .paid)),
        (.daysAgo(9, hour: 13, minute: 31), .sale(.turku, [DemoLine("JAM-340", 2), DemoLine("CRISPBREAD")])),
        (.daysAgo(9, hour: 15, minute: 20), .sale(.stockholm, [DemoLine("CANDLE-20", 2)])),
        (
            .daysAgo(8, hour: 10, minute: 15),
            .move(from: .warehouse, to: .helsinki, [DemoLine("CANDLE-20", 12)], note: "For the shop window")
        ),
        (.daysAgo(8, hour: 18, minute: 55), .order(.freja, .marketplace, [DemoLine("VAKKA-S"), DemoLine("HONEY", 2)], .paid)),
        (.daysAgo(7, hour: 9, minute: 30), .damage(.warehouse, DemoLine("MUG-FOG", 2), note: "Chipped on the way from the pottery")),
        (.daysAgo(6, hour: 14, minute: 45), .sale(.helsinki, [DemoLine("PAN-24"), DemoLine("SPOON-SLOT"), DemoLine("OIL")])),
        (.daysAgo(6, hour: 17, minute: 5), .find(.stockholm, DemoLine("MUG-CLAY"), note: "Behind the till; it had been in the window")),
        (.daysAgo(5, hour: 20, minute: 10), .order(.maija, .web, [DemoLine("THROW-LICHEN"), DemoLine("CANDLE-30", 2)], .paid)),
        (.daysAgo(4, hour: 11, minute: 5), .order(.ingrid, .web, [DemoLine("POT-CREAM")], .paid)),
        (.daysAgo(4, hour: 12, minute: 20), .cancellation(.ingrid)),
        (.daysAgo(3, hour: 13, minute: 30), .sale(.helsinki, [DemoLine("COFFEE-DARK-250", 2), DemoLine("CHOCOLATE", 3)])),
        (.daysAgo(3, hour: 19, minute: 25), .order(.pekka, .marketplace, [DemoLine("CANDLE-20", 3)], .paid)),
        (
            .daysAgo(2, hour: 15, minute: 55),
            .loss(.helsinki, DemoLine("CHOCOLATE"), note: "One bar fewer than there should be; nobody was hungry")
        ),
        (.daysAgo(2, hour: 20, minute: 0), .order(.lauri, .web, [DemoLine("BASKET")], .paid)),
        // The only basket was promised to Lauri the evening before: it is sold all the same, and his order is in danger.
        (.daysAgo(1, hour: 14, minute: 10), .sale(.turku, [DemoLine("BASKET")])),
        (.daysAgo(1, hour: 15, minute: 15), .sale(.stockholm, [DemoLine("MUG-CLAY"), DemoLine("DRIPPER")])),
        (.minutesAgo(95), .order(.freja, .web, [DemoLine("CARAFE"), DemoLine("OIL")], .paid)),
        (.minutesAgo(20), .order(.aino, .web, [DemoLine("JAM-340", 2), DemoLine("CHOCOLATE")], .paid)),
    ]
}
