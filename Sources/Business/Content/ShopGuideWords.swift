import Catalog
import Channels
import Database
import Essentials

/// What a shop promises, in another language; what is `nil` is shown in the original.
public struct ShopGuideWords: Sendable, Equatable {
    public var delivery: String?
    public var shop: String?

    public init(delivery: String? = nil, shop: String? = nil) {
        self.delivery = delivery
        self.shop = shop
    }

    /// By language, in one statement.
    public static func of(_ channel: Channel.ID, in reading: some Reading) throws -> [String: ShopGuideWords] {
        let found = try reading.rows(
            "SELECT language, delivery_words, shop_words FROM shop_guide_translation WHERE channel = \(channel)"
        ) { row in
            let language: String = try row.next()
            return (language, ShopGuideWords(delivery: try row.next(), shop: try row.next()))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

/// A shop's menu and promises as its pages in some language tell them.
public struct SaidGuide: Sendable, Equatable {
    public let guide: ShopGuide
    public let deliveryWords: Translated
    public let shopWords: Translated

    /// In one statement, two where somebody has decided on promises and another language than the original is asked for.
    /// - Parameter language: what is asked for; `nil` for the original.
    public static func find(_ channel: Channel.ID, language: String?, in reading: some Reading) throws -> SaidGuide {
        let guide = try ShopGuide.find(channel, in: reading)
        let isSilent = guide.deliveryWords.isEmpty && guide.shopWords.isEmpty
        let words = language == nil || isSilent ? [:] : try ShopGuideWords.of(channel, in: reading)
        let tongue = TranslationChoice(language)
        return SaidGuide(
            guide: guide,
            deliveryWords: tongue.best(of: words.compactMapValues(\.delivery)) ?? .original(guide.deliveryWords),
            shopWords: tongue.best(of: words.compactMapValues(\.shop)) ?? .original(guide.shopWords))
    }
}
