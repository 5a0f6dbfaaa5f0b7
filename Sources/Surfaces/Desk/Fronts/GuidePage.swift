import Catalog
import Channels
import Content
import Database
import Essentials
import Hummingbird
import Web

/// The menu of a channel's shop, and what it promises.
struct GuidePage: DeskPage {
    let frame: Frame
    let channel: Channel
    let form: Form
    /// Collections that may be named, to be copied from.
    let collections: [CollectionName]

    private static let named = 60

    init(
        _ visit: Visit, _ id: Channel.ID, typed: Fields? = nil, notices: FieldNotices = FieldNotices(), in snapshot: some Reading
    ) throws {
        try visit.actor.require(.manager)
        guard let channel = try Channel.find(id, in: snapshot) else { throw ChannelsRefusal.unknownChannel }
        let guide = try ShopGuide.find(id, in: snapshot)
        frame = visit.frame(.channels)
        self.channel = channel
        form = typed.map { Form(typed: $0, notices: notices) } ?? Form(Self.values(guide))
        collections = try CollectionDetail.page(limit: Self.named, in: snapshot).map { CollectionName($0.collection) }
    }

    private static func values(_ guide: ShopGuide) -> [String: String] {
        [
            "menu": guide.menu.joined(separator: "\n"), "delivery_from": guide.delivery.map { String($0.lowerBound) } ?? "",
            "delivery_to": guide.delivery.map { String($0.upperBound) } ?? "", "delivery_words": guide.deliveryWords,
            "shop_words": guide.shopWords, "version": String(guide.version),
        ]
    }

    /// - Throws: `ShopGuideRefusal.days` for a range that is none.
    static func read(_ form: Fields) throws -> ShopGuide {
        let (from, to) = try (form.integerIfAny("delivery_from"), form.integerIfAny("delivery_to"))
        if from != nil || to != nil, (from ?? to ?? 0) > (to ?? from ?? 0) { throw ShopGuideRefusal.days }
        let ends = [from ?? to, to ?? from].compactMap(\.self)
        return ShopGuide(
            menu: (try form.linesIfAny("menu", upTo: 4_000) ?? "").split(whereSeparator: \.isWhitespace).map(String.init),
            delivery: ends.count == 2 ? ends[0]...ends[1] : nil, deliveryWords: try form.textIfAny("delivery_words", upTo: 500) ?? "",
            shopWords: try form.textIfAny("shop_words", upTo: 500) ?? "", version: Int64(try form.integer("version")))
    }

    static let answers: Answers = [
        "frame": \.frame, "channelID": \.channel.id.description, "name": \.channel.name, "f": \.form, "notices": \.form.notices,
        "collections": \.collections, "hasCollections": { !$0.collections.isEmpty },
    ]
}

extension Desk {
    func showGuide(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Channel.self)
        return try templates.response(try await database.read { try GuidePage(visit, id, in: $0) })
    }

    func acceptGuide(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: Channel.self)
        return try await answer {
            let guide = try GuidePage.read(form)
            try await database.write { try guideShoppers(of: id, by: guide, actor: visit.actor, in: $0, world: world) }
            return "/desk/guides/\(id)?said=saved"
        } orShow: { notices in
            try await database.read { try GuidePage(visit, id, typed: form, notices: notices, in: $0) }
        }
    }
}
