import Catalog
import Web

/// A collection: its words, and the list of what is in it.
struct CollectionPage: ShopPage {
    let frame: Frame
    let title: String
    let description: MerchantHTML
    let trail: Trail
    let list: ListBody
    /// The languages of its title and description, when they are others than the page's.
    var titleTongue: String?
    var bodyTongue: String?

    static let answers: Answers = [
        "frame": \.frame, "title": \.title, "titleTongue": \.titleTongue, "bodyTongue": \.bodyTongue, "description": \.description,
        "trail": \.trail, "list": \.list, "isSearch": { _ in false },
        "laterPage": { page in page.list.pager.flatMap { $0.number > 1 ? $0.number : nil } },
    ]
}

/// What a search found; everything, without words.
struct SearchPage: ShopPage {
    let frame: Frame
    let list: ListBody

    static let answers: Answers = [
        "frame": \.frame, "list": \.list, "isSearch": { _ in true }, "hasQuery": { !$0.frame.query.isEmpty },
    ]
}

/// A list of products that a shopper can narrow and sort, page by page; every state of it has an address.
struct ListBody: Shown {
    let path: String
    /// The address of this very page.
    let canonical: String
    let tiles: [ProductTile]
    /// `nil` when only what is in stock is shown.
    let total: Int?
    let pager: Pager?
    /// Where a list of what is in stock goes on.
    let more: String?
    let filter: FilterForm
    /// The same list without any limit.
    let clear: String

    static let answers: Answers = [
        "clear": \.clear, "path": \.path, "canonical": \.canonical, "tiles": \.tiles.kept, "isEmpty": { $0.tiles.isEmpty },
        "total": \.total,
        "pager": \.pager, "more": \.more, "filter": \.filter,
    ]
}
