/// What is worked with in the kitchen.
extension DemoProduct {
    static let keloBoard = DemoProduct(
        handle: "kelo-board", title: "Kelo cutting board", maker: "Kuurna Woodworks", type: "Tools", tags: ["kitchen", "wood"],
        text: """
            <p>A board of solid ash, hard enough for a daily knife and kind to its edge. The long grain runs the whole length, without \
            glue lines where your bread is.</p>
            <p>The small one is for an onion, the large one for a salmon. Everybody else wants the medium.</p>
            """,
        attributes: [
            ("Material", .text("Ash, linseed oil")), ("Thickness", .text("2.2 cm")),
            ("Care", .text("Rinse, dry standing, oil when it looks thirsty")),
            ("Dishwasher safe", .boolean(false)), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("kelo-board", "Two cutting boards of pale ash, the smaller one in front")],
        options: ["Size"],
        variants: [
            DemoVariant("Small, 30 × 20 cm", sku: "BOARD-S", gtin: "2004710020011", grams: 720, price: 29_00, stock: .units(18, 4, 3, 2)),
            DemoVariant(
                "Medium, 40 × 26 cm", sku: "BOARD-M", gtin: "2004710020028", grams: 1_250, price: 42_00, stock: .units(25, 5, 4, 3)),
            DemoVariant("Large, 50 × 32 cm", sku: "BOARD-L", gtin: "2004710020035", grams: 1_980, price: 59_00, stock: .units(2, 1, 0, 1)),
        ])

    static let ahtiPan = DemoProduct(
        handle: "ahti-pan", title: "Ahti cast-iron pan", maker: "Ahti Ironworks", type: "Cookware", tags: ["kitchen", "cookware"],
        text: """
            <p>Heavy, black and patient. It comes seasoned with rapeseed oil, so the first egg already slides; the hundredth slides \
            better.</p>
            <p>For any stove, the oven and a campfire. Your grandchildren will argue about who gets it.</p>
            """,
        attributes: [
            ("Material", .text("Cast iron, seasoned")), ("Hobs", .text("Gas, electric, induction, oven, fire")),
            ("Care", .text("Hot water and a brush, no soap, dry at once")), ("Dishwasher safe", .boolean(false)),
            ("Made in", .text("Sweden")),
        ],
        pictures: [DemoPicture("ahti-pan", "A black cast-iron pan with a fried egg in it")],
        options: ["Diameter"],
        variants: [
            DemoVariant("20 cm", sku: "PAN-20", gtin: "2004710030010", grams: 1_450, price: 54_00, stock: .units(14, 3, 2, 2)),
            DemoVariant(
                "24 cm", sku: "PAN-24", gtin: "2004710030027", grams: 2_250, price: 79_00, before: 95_00, stock: .units(31, 5, 3, 4)),
            DemoVariant(
                "28 cm", sku: "PAN-28", gtin: "2004710030034", grams: 3_100, price: 99_00, before: 119_00, stock: .units(0, 1, 0, 0)),
        ])

    static let kuuPot = DemoProduct(
        handle: "kuu-pot", title: "Kuu enamel pot", maker: "Ahti Ironworks", type: "Cookware",
        tags: ["kitchen", "cookware", "table", "new"],
        text: """
            <p>Two and a half litres of soup, from the stove straight to the table. The enamel takes on no smell and gives none back, \
            and the birch knob stays cool enough to lift.</p>
            <p>Named after the moon, which it resembles from above.</p>
            """,
        attributes: [
            ("Material", .text("Enamelled steel, birch knob")), ("Capacity", .text("2.5 l")), ("Hobs", .text("Gas, electric, induction")),
            ("Dimensions", .text("22 cm across, 16 cm tall")), ("Care", .text("By hand, with nothing sharper than a brush")),
            ("Dishwasher safe", .boolean(false)), ("Made in", .text("Finland")),
        ],
        pictures: [
            DemoPicture("kuu-pot-cream", "A cream enamel pot with a green rim and a wooden knob"),
            DemoPicture("kuu-pot-blueberry", "The same pot in blueberry blue"),
        ],
        options: ["Colour"],
        variants: [
            DemoVariant(
                "Cream", sku: "POT-CREAM", gtin: "2004710090014", grams: 1_980, price: 64_00, before: 79_00, stock: .units(11, 2, 1, 1),
                picture: "kuu-pot-cream"),
            DemoVariant(
                "Blueberry", sku: "POT-BLUE", gtin: "2004710090021", grams: 1_980, price: 64_00, before: 79_00, stock: .units(9, 2, 2, 0),
                picture: "kuu-pot-blueberry"),
        ])

    static let puuroSpoon = DemoProduct(
        handle: "puuro-spoon", title: "Puuro juniper spoon", maker: "Kuurna Woodworks", type: "Tools", tags: ["kitchen", "wood", "gift"],
        text: """
            <p>For porridge, and for everything that wants stirring. Juniper grows slowly, splits seldom and smells of the forest for \
            the first year.</p>
            <p>Round for pots, slotted for what you would like to drain.</p>
            """,
        attributes: [
            ("Material", .text("Juniper, linseed oil")), ("Dimensions", .text("29 cm long")),
            ("Care", .text("By hand; oil it now and then")),
            ("Dishwasher safe", .boolean(false)), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("puuro-spoon", "A round and a slotted juniper spoon, crossed")],
        options: ["Shape"],
        variants: [
            DemoVariant("Round", sku: "SPOON-ROUND", gtin: "2004710070016", grams: 55, price: 12_50, stock: .units(80, 15, 11, 9)),
            DemoVariant("Slotted", sku: "SPOON-SLOT", gtin: "2004710070023", grams: 50, price: 12_50, stock: .units(3, 2, 0, 1)),
        ])

    static let terhoKnife = DemoProduct(
        handle: "terho-knife", title: "Terho paring knife", maker: "Ahti Ironworks", type: "Tools", tags: ["kitchen", "wood"],
        text: """
            <p>Nine centimetres of carbon steel in a handle of curly birch. It peels, cores and trims, and takes an edge from the back of \
            a cup.</p>
            <p><em>Arrives in spring. The text is with the smith for checking.</em></p>
            """,
        attributes: [
            ("Material", .text("Carbon steel, curly birch")), ("Dimensions", .text("19 cm, of which 9 cm are blade")),
            ("Care", .text("Wipe dry at once")), ("Dishwasher safe", .boolean(false)), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("terho-knife", "A small knife with a curly birch handle beside a red apple")],
        variants: [DemoVariant(sku: "KNIFE", gtin: "2004710110019", grams: 95, price: 44_00)], status: .draft)

    static let pilviTowel = DemoProduct(
        handle: "pilvi-towel", title: "Pilvi linen tea towel", maker: "Pilvi Mill", type: "Textiles", tags: ["kitchen", "linen", "gift"],
        text: """
            <p>Washed linen, soft from the first day and thirsty for the next ten years. It dries glasses without a trace and hides a rising \
            dough well.</p>
            <p>With a loop, because somebody has to hang it up.</p>
            """,
        attributes: [
            ("Material", .text("100 % linen")), ("Dimensions", .text("48 × 70 cm")),
            ("Care", .text("60 °C, line dry, iron only if you enjoy it")),
            ("Made in", .text("Lithuania")),
        ],
        pictures: [DemoPicture("pilvi-towels", "Three folded linen towels, natural, blueberry and rust")],
        options: ["Colour"],
        variants: [
            DemoVariant("Natural", sku: "TOWEL-NATURAL", gtin: "2004710040019", grams: 110, price: 18_00, stock: .units(60, 12, 8, 10)),
            DemoVariant("Blueberry", sku: "TOWEL-BLUE", gtin: "2004710040026", grams: 110, price: 18_00, stock: .units(44, 9, 7, 3)),
            DemoVariant("Rust", sku: "TOWEL-RUST", gtin: "2004710040033", grams: 110, price: 18_00, stock: .units(1, 0, 0, 0)),
        ],
        isOnMarketplace: true)

    static let sarkaApron = DemoProduct(
        handle: "sarka-apron", title: "Sarka kitchen apron", maker: "Pilvi Mill", type: "Textiles", tags: ["kitchen", "linen"],
        text: """
            <p>An apron in the indigo stripe that bakers here have worn for a hundred years. One deep pocket, ties long enough to meet \
            in front, and nothing to adjust.</p>
            """,
        attributes: [
            ("Material", .text("70 % linen, 30 % cotton")), ("Care", .text("40 °C, inside out")), ("Made in", .text("Lithuania")),
        ],
        pictures: [DemoPicture("sarka-apron", "A dark blue striped apron hanging from a wooden peg")],
        options: ["Length"],
        variants: [
            DemoVariant("Short, 70 cm", sku: "APRON-SHORT", gtin: "2004710080015", grams: 310, price: 49_00, stock: .units(16, 3, 2, 2)),
            DemoVariant("Long, 90 cm", sku: "APRON-LONG", gtin: "2004710080022", grams: 390, price: 56_00, stock: .units(12, 3, 1, 2)),
        ])
}
