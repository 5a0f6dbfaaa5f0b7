import Catalog
import Channels
import Content
import Database
import Essentials
import Web

/// The front of a channel's shop: its blocks, and a look at it.
struct FrontsPage: DeskPage {
    let frame: Frame
    let channel: Channel
    let blocks: [BlockForm]
    let version: Int64
    let themes: [Choice]
    /// Where the theme that is looked at asks what nothing answers.
    let strangeTags: [String]
    /// What the window shows: the front as it is, or the one that was looked at.
    let preview: String
    /// Pages of each kind, to be looked at in the same window.
    let pages: [LookedAt]
    var notices = FieldNotices()

    /// - Parameter typed: blocks that are not kept yet.
    init(
        _ visit: Visit, _ id: Channel.ID, wardrobe: Wardrobe, typed: FrontForm? = nil, notices: FieldNotices = FieldNotices(),
        in snapshot: some Reading
    ) throws {
        try visit.actor.require(.manager)
        guard let channel = try Channel.find(id, in: snapshot) else { throw ChannelsRefusal.unknownChannel }
        let front = try FrontPage.find(id, in: snapshot)
        let theme = visit.query.typed("theme")
        let all = typed?.blocks ?? front?.blocks ?? []
        frame = visit.frame(.channels)
        self.channel = channel
        self.notices = notices
        version = typed?.seen ?? front?.version ?? 0
        blocks = all.enumerated().map { BlockForm($1, at: $0, of: all.count) }
        themes = wardrobe.themes.map { Choice(value: $0, label: $0, isChosen: $0 == theme) }
        let base = "/preview/" + (wardrobe.themes.contains(theme) ? theme : "-")
        strangeTags = wardrobe.strangeTags(of: theme).map(\.place)
        preview = Fields.link(base, ["draft": typed?.deed == .look && notices.isEmpty ? "1" : nil])
        let collection = try CollectionDetail.page(limit: 1, in: snapshot).first?.collection.handle
        let product = try ProductSummary.page(status: .active, limit: 1, in: snapshot).first?.handle
        pages = [
            LookedAt(kind: "front", address: preview),
            collection.map { LookedAt(kind: "collection", address: base + "/collections/" + $0) },
            product.map { LookedAt(kind: "product", address: base + "/products/" + $0) },
            LookedAt(kind: "stories", address: base + "/stories"), LookedAt(kind: "shops", address: base + "/locations"),
        ].compactMap(\.self)
    }

    static let answers: Answers = [
        "frame": \.frame, "channelID": \.channel.id.description, "name": \.channel.name, "blocks": \.blocks, "version": \.version,
        "themes": \.themes, "hasThemes": { !$0.themes.isEmpty }, "preview": \.preview, "isWeb": { $0.channel.kind == .web },
        "isEmpty": \.blocks.isEmpty, "notices": \.notices, "pages": \.pages, "strangeTags": \.strangeTags,
        "isStrange": { !$0.strangeTags.isEmpty },
    ]
}

/// A page of the shop that the window can show.
struct LookedAt: Shown {
    let kind: String
    let address: String

    static let answers: Answers = ["kind": { Chosen($0.kind) }, "address": \.address]
}

/// One block of the front, to be changed.
struct BlockForm: Shown {
    let form: Form
    let kind: FrontBlock.Kind
    let place: Int
    let isLast: Bool

    init(_ block: FrontBlock, at place: Int, of count: Int) {
        form = Form(FrontForm.values(block), prefix: "blocks.\(place).")
        kind = block.kind
        self.place = place
        isLast = place == count - 1
    }

    static let answers: Answers = [
        "b": \.form, "kind": { Chosen($0.kind.rawValue) }, "kindValue": \.kind.rawValue, "place": \.place, "number": { $0.place + 1 },
        "isFirst": { $0.place == 0 }, "isLast": \.isLast, "hasWords": { $0.kind == .hero || $0.kind == .story },
        "hasCount": { $0.kind == .products || $0.kind == .stories },
        "hasCollections": { $0.kind == .collections || $0.kind == .products },
    ]
}
