import Channels
import Content
import Database
import Essentials
import Staff

/// The menu and the promises of the demo's web shop, in `Demo/assortment/guide.json`.
struct DemoGuide: Decodable, Sendable {
    /// Handles.
    let menu: [String]
    /// Working days.
    let delivery: Days
    let deliveryWords: String
    let shopWords: String
    /// By language.
    let translations: [String: Words]?

    struct Words: Decodable, Sendable {
        let deliveryWords: String?
        let shopWords: String?
    }

    struct Days: Decodable, Sendable {
        let from: Int
        let to: Int
    }
}

extension DemoAssortment {
    func guideShoppers(of web: Channel, by actor: Actor, in transaction: Transaction, world: World) throws {
        let (from, to) = (guide.delivery.from, max(guide.delivery.from, guide.delivery.to))
        let decided = ShopGuide(
            menu: guide.menu, delivery: from...to, deliveryWords: guide.deliveryWords, shopWords: guide.shopWords)
        try Content.guideShoppers(of: web.id, by: decided, actor: actor, in: transaction, world: world)
        for (language, said) in (guide.translations ?? [:]).sorted(by: { $0.key < $1.key }) {
            let words = ShopGuideWords(delivery: said.deliveryWords, shop: said.shopWords)
            try translateGuide(of: web.id, into: language, words, by: actor, in: transaction, world: world)
        }
    }
}
