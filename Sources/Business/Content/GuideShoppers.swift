import Catalog
import Channels
import Database
import Essentials
import Feed
import Staff

/// Decides a channel's menu and promises. What is as it was changes nothing.
/// - Throws: `ShopGuideRefusal` for what cannot be, and `.changedMeanwhile` when `guide.version` is not the present one;
///   `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func guideShoppers(of channel: Channel.ID, by guide: ShopGuide, actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.manager)
    guard try Channel.find(channel, in: transaction) != nil else { throw ChannelsRefusal.unknownChannel }
    let guide = try guide.validated(in: transaction)
    guard try ShopGuide.find(channel, in: transaction) != guide else { return }
    // The version is compared in the statement that writes: of two who saw the same one, one is refused.
    let kept = try transaction.value(
        """
        INSERT INTO shop_guide (channel, menu, delivery_from, delivery_to, delivery_words, shop_words, version, updated_at)
        VALUES (\(channel), \(guide.menu.joined(separator: " ")), \(guide.delivery?.lowerBound), \(guide.delivery?.upperBound),
            \(guide.deliveryWords), \(guide.shopWords), \(guide.version + 1), \(world.now))
        ON CONFLICT (channel) DO UPDATE SET menu = EXCLUDED.menu, delivery_from = EXCLUDED.delivery_from,
            delivery_to = EXCLUDED.delivery_to, delivery_words = EXCLUDED.delivery_words, shop_words = EXCLUDED.shop_words,
            version = EXCLUDED.version, updated_at = EXCLUDED.updated_at
        WHERE shop_guide.version = \(guide.version) RETURNING version
        """, as: Int64.self)
    guard let version = kept, guide.version > 0 || version == 1 else { throw ShopGuideRefusal.changedMeanwhile }
    try ShopGuided(channel: channel, version: version).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("shop.guided", about: channel, by: actor, in: transaction, world: world)
}

extension ShopGuide {
    /// The guide in the one form in which it is kept.
    fileprivate func validated(in reading: some Reading) throws -> ShopGuide {
        var guide = self
        guide.deliveryWords = deliveryWords.trimmed
        guide.shopWords = shopWords.trimmed
        guard menu.count <= Self.mostCollections else { throw ShopGuideRefusal.tooMany(Self.mostCollections) }
        let known = Set(try CollectionDetail.find(handles: menu, in: reading).map(\.collection.handle))
        if let gone = menu.first(where: { !known.contains($0) }) { throw ShopGuideRefusal.collection(gone) }
        if let days = delivery, days.lowerBound < 1 || days.upperBound > Self.mostDays { throw ShopGuideRefusal.days }
        for (field, words) in [("delivery_words", guide.deliveryWords), ("shop_words", guide.shopWords)]
        where words.count > Self.mostWords { throw ShopGuideRefusal.tooLong(field: field, limit: Self.mostWords) }
        return guide
    }
}
