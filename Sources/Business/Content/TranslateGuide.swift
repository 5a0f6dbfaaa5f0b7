import Catalog
import Channels
import Database
import Essentials
import Feed
import Staff

/// Sets what a shop promises in another language; what is `nil` is shown in the original, and without any the language is
/// taken away.
/// - Throws: `ShopGuideRefusal.language`, `.tooLong`; `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a
///   manager's role everywhere.
public func translateGuide(
    of channel: Channel.ID, into language: String, _ words: ShopGuideWords, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    guard try Channel.find(channel, in: transaction) != nil else { throw ChannelsRefusal.unknownChannel }
    guard let tag = LanguageTag.clean(language) else { throw ShopGuideRefusal.language }
    let words = try words.validated()
    guard try ShopGuideWords.of(channel, in: transaction)[tag] ?? ShopGuideWords() != words else { return }
    if words == ShopGuideWords() {
        try transaction.run("DELETE FROM shop_guide_translation WHERE channel = \(channel) AND language = \(tag)")
    } else {
        try transaction.run(
            """
            INSERT INTO shop_guide_translation (channel, language, delivery_words, shop_words, updated_at)
            VALUES (\(channel), \(tag), \(words.delivery), \(words.shop), \(world.now))
            ON CONFLICT (channel, language) DO UPDATE SET delivery_words = EXCLUDED.delivery_words, shop_words = EXCLUDED.shop_words,
                updated_at = EXCLUDED.updated_at
            """)
    }
    let version = try ShopGuide.find(channel, in: transaction).version
    try ShopGuided(channel: channel, version: version).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("shop.guided", about: channel, by: actor, in: transaction, world: world)
}

extension ShopGuideWords {
    /// The words in the one form in which they are kept.
    fileprivate func validated() throws -> ShopGuideWords {
        let (delivery, shop) = (delivery.map(\.trimmed), shop.map(\.trimmed))
        for (field, words) in [("delivery_words", delivery), ("shop_words", shop)] where words?.count ?? 0 > ShopGuide.mostWords {
            throw ShopGuideRefusal.tooLong(field: field, limit: ShopGuide.mostWords)
        }
        return ShopGuideWords(delivery: delivery?.isEmpty == true ? nil : delivery, shop: shop?.isEmpty == true ? nil : shop)
    }
}
