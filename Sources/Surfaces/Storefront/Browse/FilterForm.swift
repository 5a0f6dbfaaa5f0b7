import Catalog
import Essentials
import Web

/// The form beside a list, filled in as the list was asked for.
struct FilterForm: Shown {
    let vendors: [FacetChoice]
    let types: [FacetChoice]
    let attributes: [Facet]
    let stores: [FacetChoice]
    let lowest: String
    let highest: String
    let isInStock: Bool
    let isNarrow: Bool
    /// What the list is narrowed by, each with the way to take it away.
    let chosen: [ChosenLimit]
    let sort: Catalog.Collection.Sort
    /// Whether somebody arranged this list by hand.
    let isArranged: Bool
    let notices: FieldNotices

    static let answers: Answers = [
        "vendors": \.vendors, "hasVendors": { !$0.vendors.isEmpty }, "types": \.types, "hasTypes": { !$0.types.isEmpty },
        "attributes": \.attributes, "stores": \.stores, "hasStores": { !$0.stores.isEmpty }, "lowest": \.lowest, "highest": \.highest,
        "isInStock": \.isInStock, "isNarrow": \.isNarrow, "chosen": \.chosen, "notices": \.notices, "isArranged": \.isArranged,
        "byManual": { $0.sort == .manual }, "byTitle": { $0.sort == .title }, "byTitleDescending": { $0.sort == .titleDescending },
        "byPrice": { $0.sort == .price }, "byPriceDescending": { $0.sort == .priceDescending }, "byNewest": { $0.sort == .newest },
    ]
}

/// An attribute, with the values that a list can be narrowed to.
struct Facet: Shown {
    let name: String
    let choices: [FacetChoice]
    let isOpen: Bool

    static let answers: Answers = ["name": \.name, "choices": \.choices, "isOpen": \.isOpen]
}

/// Something that a list can be narrowed to.
struct FacetChoice: Shown {
    /// As the address has it.
    let value: String
    /// As people read it.
    let name: String
    /// How many would be left; `nil` where nobody counts.
    let count: Int?
    let isChosen: Bool
    var isYes = false
    var isNo = false

    static let answers: Answers = [
        "value": \.value, "name": \.name, "count": \.count, "isChosen": \.isChosen, "isYes": \.isYes, "isNo": \.isNo,
        "isNone": { $0.count == 0 && !$0.isChosen },
    ]
}

/// A limit that is set.
struct ChosenLimit: Shown, Equatable {
    /// A vendor, a type, a value, a shop.
    var name = ""
    /// Of an attribute that is there or not.
    var isYes = false
    var isNo = false
    var isInStock = false
    var lowest: String?
    var highest: String?
    /// The list without it.
    let path: String

    static let answers: Answers = [
        "name": \.name, "isYes": \.isYes, "isNo": \.isNo, "isInStock": \.isInStock, "lowest": \.lowest, "highest": \.highest,
        "path": \.path,
    ]
}
