import Essentials
import Inventory
import Places
import Web

/// Where a variant stands just now, as far as a promise can be made of it.
struct StockPlaces: Shown, Equatable {
    /// A warehouse has it: it can be sent.
    let isInWarehouse: Bool
    /// In how many of the retailer's shops it lies on the shelf.
    let shops: Int
    /// The page that names them.
    let path: String
    /// What the merchant says of buying there, and the language of it when it is another than the page's.
    var words = ""
    var wordsTongue: String?
    /// The shop where it can be had first, and when.
    var visit: StoreVisit?

    static let answers: Answers = [
        "isInWarehouse": \.isInWarehouse, "shops": \.shops, "isInShops": { $0.shops > 0 },
        "shopsPath": \.path, "shopWords": { $0.words.isEmpty || $0.shops == 0 ? nil : $0.words }, "shopWordsTongue": \.wordsTongue,
        "visit": \.visit,
    ]

    init(isInWarehouse: Bool, shops: Int, path: String) {
        self.isInWarehouse = isInWarehouse
        self.shops = shops
        self.path = path
    }

    /// - Returns: `nil` where no shop sells along with the web, or the variant is not counted: there is nothing to say then.
    init?(_ availability: Availability?, path: String, in shop: WebShop, at now: Instant) {
        guard let availability, !shop.stores.isEmpty else { return nil }
        let places = availability.locations.map(\.location)
        let shops = places.count(where: shop.isStore)
        self.init(isInWarehouse: shops < places.count, shops: shops, path: path)
        words = shop.guide.shopWords.text
        wordsTongue = shop.marked(shop.guide.shopWords.language)
        visit = StoreVisit(in: places, of: shop, at: now)
    }
}
