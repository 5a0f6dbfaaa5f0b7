import Catalog
import Web

/// A collection: its words, and the list of what is in it.
struct CollectionPage: Page {
    let frame: Frame
    let title: String
    let description: MerchantHTML
    let trail: Trail
    let list: ListBody

    static let answers: Answers = [
        "frame": \.frame, "title": \.title, "description": \.description, "trail": \.trail, "list": \.list, "isSearch": { _ in false },
        "laterPage": { page in page.list.pager.flatMap { $0.number > 1 ? $0.number : nil } },
    ]
}

/// What a search found; everything, without words.
struct SearchPage: Page {
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

    static let answers: Answers = [
        "path": \.path, "canonical": \.canonical, "tiles": \.tiles, "isEmpty": { $0.tiles.isEmpty }, "total": \.total,
        "isOne": { $0.total == 1 }, "pager": \.pager, "more": \.more, "filter": \.filter,
    ]
}

/// The form beside a list, filled in as the list was asked for.
struct FilterForm: Shown {
    let vendors: [VendorChoice]
    let lowest: String
    let highest: String
    let isInStock: Bool
    let isNarrow: Bool
    let sort: Collection.Sort
    /// Whether somebody arranged this list by hand.
    let isArranged: Bool
    let notices: FieldNotices

    static let answers: Answers = [
        "vendors": \.vendors, "hasVendors": { !$0.vendors.isEmpty }, "lowest": \.lowest, "highest": \.highest, "isInStock": \.isInStock,
        "isNarrow": \.isNarrow, "notices": \.notices, "isArranged": \.isArranged, "byManual": { $0.sort == .manual },
        "byTitle": { $0.sort == .title }, "byTitleDescending": { $0.sort == .titleDescending }, "byPrice": { $0.sort == .price },
        "byPriceDescending": { $0.sort == .priceDescending }, "byNewest": { $0.sort == .newest },
    ]
}

/// A vendor that a list can be narrowed to.
struct VendorChoice: Shown {
    let name: String
    let count: Int
    let isChosen: Bool

    static let answers: Answers = ["name": \.name, "count": \.count, "isChosen": \.isChosen]
}
