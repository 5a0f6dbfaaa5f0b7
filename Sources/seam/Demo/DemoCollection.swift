import Catalog
import Database
import Essentials
import Staff

/// How the demo shop is arranged for those who browse: mostly by rules, twice by hand.
struct DemoCollection {
    let draft: CollectionDraft
    /// Handles, in their order; empty where a rule fills it.
    var picked: [String] = []

    static func gather(
        _ products: [String: Product.ID], prices: DemoPrices, by actor: Actor, in transaction: Transaction, world: World
    ) throws {
        for demo in all(retail: prices.retail.id) {
            let collection = try createCollection(demo.draft, by: actor, in: transaction, world: world)
            if !demo.picked.isEmpty {
                try addToCollection(collection.id, demo.picked.compactMap { products[$0] }, by: actor, in: transaction, world: world)
            }
            if let finnish = DemoFinnish.collections[collection.handle] {
                try translateCollection(
                    collection.id, into: "fi", title: finnish.title, description: finnish.description, by: actor, in: transaction,
                    world: world)
            }
        }
    }

    static func all(retail: PriceList.ID) -> [DemoCollection] {
        [
            byRule(
                "kitchen", "Kitchen", "<p>Tools that can stand being used and being looked at.</p>", "ahti-pan", "A black cast-iron pan",
                CollectionRule(.all, [.init(.tag, .is, "kitchen")])),
            byRule(
                "pantry", "Pantry", "<p>Short lists of ingredients.</p>", "vadelma-jam", "A jar of raspberry jam",
                CollectionRule(.all, [.init(.tag, .is, "pantry")])),
            byRule(
                "home", "Home", "<p>Wood, wool and candlelight.</p>", "talvi-throw-lichen", "A folded wool throw",
                CollectionRule(.all, [.init(.tag, .is, "home")])),
            byRule(
                "gifts-under-25-euros", "Gifts under 25 €", "<p>Small enough to bring along, good enough to be asked where it is from.</p>",
                "hehku-candles", "Two beeswax candles",
                CollectionRule(.all, [.init(.tag, .is, "gift"), .init(.price, on: retail, .atMost, "25")]), sort: .price),
            DemoCollection(
                draft: CollectionDraft(
                    title: "The coffee hour", handle: "coffee-hour",
                    description: "<p>Two o'clock, every day, everywhere north of the Baltic. This is all you need.</p>",
                    image: DemoPicture("halla-mug-fog", "A mug of coffee").media),
                picked: ["halla-mug", "paahto-coffee", "aamu-dripper", "yo-chocolate", "vakka-box"]),
            DemoCollection(
                draft: CollectionDraft(
                    title: "A table for six", handle: "table-for-six",
                    description: "<p>Soup, bread, water, salt. The rest is up to the six.</p>",
                    image: DemoPicture("kuu-pot-blueberry", "A blue enamel pot").media),
                picked: ["kuu-pot", "ruis-crispbread", "kaste-carafe", "sampo-mill", "kelo-board", "hehku-candles", "pilvi-towel"]),
        ]
    }

    private static func byRule(
        _ handle: String, _ title: String, _ description: String, _ picture: String, _ alt: String, _ rule: CollectionRule,
        sort: Collection.Sort = .newest
    ) -> DemoCollection {
        DemoCollection(
            draft: CollectionDraft(
                title: title, handle: handle, description: description, image: DemoPicture(picture, alt).media, sort: sort, rule: rule))
    }
}
