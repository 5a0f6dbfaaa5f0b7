/// What makes a home.
extension DemoProduct {
    static let vakkaBox = DemoProduct(
        handle: "vakka-box", title: "Vakka bentwood box", maker: "Kuurna Woodworks", type: "Storage",
        tags: ["home", "wood", "gift", "new"],
        text: """
            <p>The box that gave us half our name. A strip of aspen is steamed, bent round a mould and sewn with a spruce root, as it was \
            done before there were nails to spare.</p>
            <p>People keep bread in it, letters, sewing things, the good chocolate. The three sizes fit into each other when they are \
            empty, which they rarely are.</p>
            """,
        attributes: [
            ("Material", .text("Aspen and birch, sewn with spruce root")), ("Care", .text("Dust it; keep it from the radiator")),
            ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("vakka-box", "Three round bentwood boxes stacked by size, a raspberry on top")],
        options: ["Size"],
        variants: [
            DemoVariant("Small, 12 cm", sku: "VAKKA-S", gtin: "2004710130017", grams: 140, price: 36_00, stock: .units(15, 4, 3, 2)),
            DemoVariant("Medium, 18 cm", sku: "VAKKA-M", gtin: "2004710130024", grams: 260, price: 48_00, stock: .units(12, 3, 2, 2)),
            DemoVariant("Large, 24 cm", sku: "VAKKA-L", gtin: "2004710130031", grams: 410, price: 62_00, stock: .units(0, 0, 0, 1)),
        ],
        isOnMarketplace: true)

    static let talviThrow = DemoProduct(
        handle: "talvi-throw", title: "Talvi wool throw", maker: "Pilvi Mill", type: "Textiles", tags: ["home", "wool", "gift", "new"],
        text: """
            <p>For the side of the sofa that is nearest to the window. Pure new wool from Gotland sheep, brushed on one side, with a fringe \
            that a cat will respect for a day or two.</p>
            """,
        attributes: [
            ("Material", .text("100 % wool")), ("Dimensions", .text("130 × 180 cm")),
            ("Care", .text("Air it outside; wool wash at 30 °C once a year")),
            ("Made in", .text("Sweden")),
        ],
        pictures: [
            DemoPicture("talvi-throw-lichen", "A folded wool throw, checked in lichen green, with a fringe"),
            DemoPicture("talvi-throw-snow", "The same throw in snow white"),
        ],
        options: ["Colour"],
        variants: [
            DemoVariant(
                "Lichen", sku: "THROW-LICHEN", gtin: "2004710140016", grams: 1_100, price: 129_00, before: 159_00,
                stock: .units(8, 2, 1, 2),
                picture: "talvi-throw-lichen"),
            DemoVariant(
                "Snow", sku: "THROW-SNOW", gtin: "2004710140023", grams: 1_100, price: 129_00, before: 159_00, stock: .units(5, 1, 1, 0),
                picture: "talvi-throw-snow"),
        ])

    static let tuohiBasket = DemoProduct(
        handle: "tuohi-basket", title: "Tuohi birch-bark basket", maker: "Terva & Tuohi", type: "Storage", tags: ["home", "wood"],
        text: """
            <p>Woven of bark that was peeled in June, when it lets go of the tree by itself. Light, washable and older as an idea than \
            the wheel in these parts.</p>
            <p>One person makes them, two a week. When they are gone, they are gone until the next week.</p>
            """,
        attributes: [
            ("Material", .text("Birch bark, birch handle")), ("Dimensions", .text("30 × 22 cm, 18 cm tall")),
            ("Care", .text("Lukewarm water, a soft brush")),
            ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("tuohi-basket", "A basket woven of birch bark with a bent handle")],
        variants: [DemoVariant(sku: "BASKET", gtin: "2004710150015", grams: 430, price: 58_00, stock: .units(0, 0, 1, 0))])

    static let harjaBrush = DemoProduct(
        handle: "harja-brush", title: "Harja dish brush", maker: "Terva & Tuohi", type: "Tools", tags: ["home", "kitchen", "wood"],
        text: """
            <p>Oiled birch and bristles of tampico fibre, stiff when dry, willing when wet. When the head is worn you compost the brush, \
            all of it except the wire.</p>
            """,
        attributes: [
            ("Material", .text("Birch, tampico fibre, steel wire")), ("Dimensions", .text("24 cm long")),
            ("Care", .text("Hang it up to dry")),
            ("Made in", .text("Sweden")),
        ],
        pictures: [DemoPicture("harja-brush", "A dish brush of birch with pale bristles and a leather loop")],
        variants: [DemoVariant(sku: "BRUSH", gtin: "2004710160014", grams: 85, price: 8_50, stock: .units(140, 30, 22, 20))],
        isOnMarketplace: true)

    static let hehkuCandles = DemoProduct(
        handle: "hehku-candles", title: "Hehku beeswax candle", maker: "Vakka & Vadelma", type: "Candles", tags: ["home", "gift"],
        text: """
            <p>Dipped twenty-eight times in nothing but beeswax. It burns slowly, without soot, and smells of the hive it came from: \
            a little of honey, a little of summer.</p>
            <p>From September to March we sell more of these than of anything else. You will see why.</p>
            """,
        attributes: [
            ("Material", .text("Beeswax, cotton wick")), ("Diameter", .text("2.2 cm")),
            ("Care", .text("Trim the wick, keep it out of the draught")),
            ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("hehku-candles", "Two beeswax candles in black iron holders, one of them lit")],
        options: ["Height"],
        variants: [
            DemoVariant(
                "20 cm, burns 7 hours", sku: "CANDLE-20", gtin: "2004710120018", grams: 70, price: 9_50, stock: .units(120, 24, 18, 16)),
            DemoVariant(
                "30 cm, burns 10 hours", sku: "CANDLE-30", gtin: "2004710120025", grams: 105, price: 12_50, stock: .units(90, 18, 12, 10)),
        ],
        isOnMarketplace: true)
}
