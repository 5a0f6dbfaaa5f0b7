/// What is eaten and drunk. Who has an allergy reads the attributes, so they are complete.
extension DemoProduct {
    static let vadelmaJam = DemoProduct(
        handle: "vadelma-jam", title: "Vadelma raspberry jam", maker: "Vakka & Vadelma", type: "Preserves",
        tags: ["pantry", "vegan", "gift", "new"],
        text: """
            <p>The other half of our name. Raspberries, sugar, and very little else; cooked in small pans, because in large ones they \
            turn to syrup.</p>
            <p>On pancakes, in porridge, or from the jar with a spoon while nobody is looking.</p>
            """,
        attributes: [
            ("Ingredients", .text("Raspberries 60 %, sugar, lemon juice, pectin")), ("Allergens", .text("None")), ("Vegan", .boolean(true)),
            ("Keeps", .text("18 months; six weeks in the fridge once open")), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("vadelma-jam", "A jar of raspberry jam with a white lid and a raspberry on its label")],
        options: ["Jar"],
        variants: [
            DemoVariant("150 g", sku: "JAM-150", gtin: "2004710170013", grams: 280, price: 4_90, stock: .units(96, 24, 18, 12)),
            DemoVariant("340 g", sku: "JAM-340", gtin: "2004710170020", grams: 560, price: 7_90, stock: .units(72, 18, 12, 10)),
        ],
        isOnMarketplace: true)

    static let ruisCrispbread = DemoProduct(
        handle: "ruis-crispbread", title: "Ruis rye crispbread", maker: "Vakka & Vadelma", type: "Bread", tags: ["pantry", "vegan"],
        text: """
            <p>Whole rye, water, salt and two days of sourdough. The hole is for the pole under the ceiling on which it used to dry. We \
            no longer have the pole, but we kept the hole.</p>
            """,
        attributes: [
            ("Ingredients", .text("Wholegrain rye flour, water, sea salt")),
            ("Allergens", .text("Rye (gluten); may contain wheat and sesame")),
            ("Vegan", .boolean(true)), ("Net weight", .text("280 g")), ("Keeps", .text("10 months, dry")), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("ruis-crispbread", "A round rye crispbread with a hole leaning on a pile of others, with an ear of rye")],
        variants: [DemoVariant(sku: "CRISPBREAD", gtin: "2004710180012", grams: 320, price: 5_20, stock: .units(88, 20, 16, 0))])

    static let metsaHoney = DemoProduct(
        handle: "metsa-honey", title: "Metsä forest honey", maker: "Vakka & Vadelma", type: "Preserves", tags: ["pantry", "gift"],
        text: """
            <p>Heather, lingonberry and whatever else was in flower within three kilometres of the hives. Spun cold and never heated, \
            so it sets; a warm windowsill makes it run again.</p>
            """,
        attributes: [
            ("Ingredients", .text("Honey")), ("Allergens", .text("None; not for children under one year")), ("Vegan", .boolean(false)),
            ("Net weight", .text("450 g")), ("Keeps", .text("2 years, not in the fridge")), ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("metsa-honey", "A jar of amber honey with a wooden dipper leaning on it")],
        variants: [DemoVariant(sku: "HONEY", gtin: "2004710190011", grams: 720, price: 11_90, stock: .units(40, 10, 8, 6))],
        isOnMarketplace: true)

    static let kesaOil = DemoProduct(
        handle: "kesa-oil", title: "Kesä rapeseed oil", maker: "Vakka & Vadelma", type: "Oil", tags: ["pantry", "vegan"],
        text: """
            <p>The yellow fields of July, pressed cold within the month. Nutty enough for a salad, calm enough for a pan, and what we use \
            on our own boards and spoons.</p>
            """,
        attributes: [
            ("Ingredients", .text("Cold-pressed rapeseed oil")), ("Allergens", .text("None; pressed where mustard seed is handled")),
            ("Vegan", .boolean(true)), ("Net volume", .text("50 cl")), ("Keeps", .text("12 months in the dark")),
            ("Made in", .text("Finland")),
        ],
        pictures: [DemoPicture("kesa-oil", "A bottle of golden rapeseed oil beside a small dish of it")],
        variants: [DemoVariant(sku: "OIL", gtin: "2004710200017", grams: 880, price: 8_90, stock: .units(54, 12, 9, 8))])

    static let paahtoCoffee = DemoProduct(
        handle: "paahto-coffee", title: "Paahto coffee", maker: "Vakka & Vadelma", type: "Coffee",
        tags: ["pantry", "vegan", "coffee", "gift", "new"],
        text: """
            <p>Finns drink more coffee than anybody, and light. Our light roast is for them: bright, a little sour, four cups before noon. \
            The dark one is for everybody else.</p>
            <p>Whole beans, roasted on Mondays. In our shops we grind them while you wait.</p>
            """,
        attributes: [
            ("Ingredients", .text("Arabica coffee beans from Ethiopia and Guatemala")), ("Allergens", .text("None")),
            ("Vegan", .boolean(true)),
            ("Keeps", .text("Best within three months of roasting")), ("Made in", .text("Roasted in Finland")),
        ],
        pictures: [DemoPicture("paahto-coffee", "A brown paper bag of coffee with a few roasted beans beside it")],
        options: ["Roast", "Bag"],
        variants: [
            DemoVariant(
                "Light", "250 g", sku: "COFFEE-LIGHT-250", gtin: "2004710210016", grams: 270, price: 9_80, stock: .units(48, 12, 8, 8)),
            DemoVariant(
                "Light", "1 kg", sku: "COFFEE-LIGHT-1000", gtin: "2004710210023", grams: 1_040, price: 34_00, stock: .units(20, 4, 3, 3)),
            DemoVariant(
                "Dark", "250 g", sku: "COFFEE-DARK-250", gtin: "2004710210030", grams: 270, price: 9_80, stock: .units(52, 14, 10, 9)),
            DemoVariant(
                "Dark", "1 kg", sku: "COFFEE-DARK-1000", gtin: "2004710210047", grams: 1_040, price: 34_00, stock: .units(0, 2, 0, 0)),
        ])

    static let yoChocolate = DemoProduct(
        handle: "yo-chocolate", title: "Yö dark chocolate", maker: "Vakka & Vadelma", type: "Chocolate",
        tags: ["pantry", "vegan", "gift", "coffee"],
        text: """
            <p>Seventy-two per cent, with flakes of sea salt that arrive a moment late. Yö means night, which is when most of it is \
            eaten.</p>
            """,
        attributes: [
            ("Ingredients", .text("Cocoa mass, cane sugar, cocoa butter, sea salt 0.5 %")),
            ("Allergens", .text("May contain milk, hazelnut, almond and soya")), ("Vegan", .boolean(true)), ("Net weight", .text("100 g")),
            ("Keeps", .text("14 months, cool and dry")), ("Made in", .text("Denmark")),
        ],
        pictures: [DemoPicture("yo-chocolate", "A bar of dark chocolate half out of its midnight-blue paper")],
        variants: [DemoVariant(sku: "CHOCOLATE", gtin: "2004710220015", grams: 110, price: 5_50, stock: .units(64, 16, 12, 10))],
        isOnMarketplace: true)
}
