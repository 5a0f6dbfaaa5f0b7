/// What stands on the table.
extension DemoProduct {
    static let hallaMug = DemoProduct(
        handle: "halla-mug", title: "Halla stoneware mug", maker: "Halla Pottery", type: "Tableware",
        tags: ["kitchen", "table", "coffee", "gift", "new"],
        text: """
            <p>A mug that is glad to be used. It holds three decilitres, keeps them warm for as long as a conversation takes, and has a \
            handle with room for a whole hand, mitten not included.</p>
            <p>Each one is thrown by Halla's two potters and dipped in one of three glazes. The foot stays bare, so that you can see \
            what it is made of. No two have the same freckles.</p>
            """,
        attributes: [
            ("Material", .text("Stoneware, lead-free glaze")), ("Capacity", .text("30 cl")),
            ("Dimensions", .text("9 cm tall, 8.5 cm across")),
            ("Care", .text("Dishwasher and microwave, no open flame")), ("Dishwasher safe", .boolean(true)), ("Made in", .text("Finland")),
        ],
        pictures: [
            DemoPicture("halla-mug-fog", "A light grey stoneware mug of coffee with an unglazed foot"),
            DemoPicture("halla-mug-moss", "The same mug in moss green"),
            DemoPicture("halla-mug-clay", "The same mug in clay red"),
        ],
        options: ["Glaze"],
        variants: [
            DemoVariant(
                "Fog", sku: "MUG-FOG", gtin: "2004710010012", grams: 380, price: 24_00, stock: .units(46, 8, 5, 4), picture: "halla-mug-fog"
            ),
            // Between two firings: sold out everywhere.
            DemoVariant("Moss", sku: "MUG-MOSS", gtin: "2004710010029", grams: 380, price: 24_00, picture: "halla-mug-moss"),
            DemoVariant(
                "Clay", sku: "MUG-CLAY", gtin: "2004710010036", grams: 380, price: 24_00, stock: .units(23, 6, 0, 2),
                picture: "halla-mug-clay"),
        ])

    static let aamuDripper = DemoProduct(
        handle: "aamu-dripper", title: "Aamu coffee dripper", maker: "Halla Pottery", type: "Tableware",
        tags: ["kitchen", "table", "coffee", "gift"],
        text: """
            <p>Aamu means morning. Put a filter in, put it on a jug, pour slowly: the ribs inside keep the paper off the wall, so the \
            water runs evenly and the coffee tastes of coffee.</p>
            <p>It takes ordinary paper filters of size 02. The jug in the picture is ours and not for sale; any jug will do.</p>
            """,
        attributes: [
            ("Material", .text("Porcelain")), ("Capacity", .text("1 to 4 cups")), ("Dimensions", .text("11 cm tall, 13 cm across")),
            ("Care", .text("Dishwasher; let it warm up before the first hot water")), ("Dishwasher safe", .boolean(true)),
            ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("aamu-dripper", "A white porcelain coffee dripper on a glass jug half full of coffee")],
        variants: [DemoVariant(sku: "DRIPPER", gtin: "2004710060017", grams: 520, price: 34_00, stock: .units(19, 4, 2, 3))])

    static let kasteCarafe = DemoProduct(
        handle: "kaste-carafe", title: "Kaste water carafe", maker: "Kaste Glass", type: "Tableware", tags: ["kitchen", "table", "gift"],
        text: """
            <p>One litre of tap water, dressed for dinner. The neck is wide enough for ice and for a brush, and narrow enough to pour \
            without a splash.</p>
            <p>Blown by mouth, so look for the small bubble somewhere in the glass. It is supposed to be there.</p>
            """,
        attributes: [
            ("Material", .text("Mouth-blown glass, natural cork")), ("Capacity", .text("1 l")),
            ("Dimensions", .text("27 cm tall, 12 cm across")),
            ("Care", .text("By hand; keep the cork dry")), ("Dishwasher safe", .boolean(false)), ("Made in", .text("Sweden")),
        ],
        pictures: [DemoPicture("kaste-carafe", "A glass carafe of water with a slice of lemon and a cork")],
        variants: [DemoVariant(sku: "CARAFE", gtin: "2004710050018", grams: 640, price: 38_00, stock: .units(27, 5, 4, 3))])

    static let sampoMill = DemoProduct(
        handle: "sampo-mill", title: "Sampo salt mill", maker: "Kuurna Woodworks", type: "Tableware",
        tags: ["kitchen", "table", "wood", "gift", "new"],
        text: """
            <p>In the old songs the Sampo was a mill that ground salt, grain and gold without end. Ours does the salt. You refill it \
            yourself.</p>
            <p>The grinder is ceramic, which salt cannot eat, and turns from powder to flakes with the knob on top.</p>
            """,
        attributes: [
            ("Material", .text("Oiled beech, ceramic grinder")), ("Dimensions", .text("18 cm tall, 6 cm across")),
            ("Care", .text("Wipe with a dry cloth, oil once a year")), ("Dishwasher safe", .boolean(false)), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("sampo-mill", "A turned beech salt mill with a white head, and a few grains of salt")],
        variants: [DemoVariant(sku: "MILL", gtin: "2004710100010", grams: 260, price: 32_00, stock: .units(33, 6, 4, 4))],
        isOnMarketplace: true)
}
