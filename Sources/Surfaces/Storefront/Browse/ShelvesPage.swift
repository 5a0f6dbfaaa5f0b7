import Web

/// In which shops a variant lies on the shelf, the nearest first when it is known where somebody is.
struct ShelvesPage: ShopPage {
    let frame: Frame
    let path: String
    let title: String
    /// `Fog / 30 cl`
    let options: String
    let variant: String
    let price: PriceTag
    let picture: Picture
    /// The product's own page, with this variant.
    let product: String
    /// What was typed: a town, a postal code; or a position.
    let near: String
    /// Whether it is a position that a device has told.
    let isPosition: Bool
    /// Whether that could be found.
    let isFound: Bool
    let shelves: [ShelfLine]
    let inShops: Int

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "title": \.title, "options": \.options, "hasOptions": { !$0.options.isEmpty },
        "variant": \.variant, "price": \.price, "picture": \.picture, "product": \.product, "typed": { $0.isPosition ? "" : $0.near },
        "isNear": { !$0.near.isEmpty && $0.isFound }, "isUnknown": { !$0.isFound }, "near": \.near, "isPosition": \.isPosition,
        "shelves": \.shelves, "isNowhere": { $0.inShops == 0 },
    ]
}

/// A shop, and how many it has.
struct ShelfLine: Shown {
    let shop: LocationLine
    let quantity: Int64
    let distance: Distance?

    static let answers: Answers = [
        "shop": \.shop, "quantity": \.quantity, "isThere": { $0.quantity > 0 }, "distance": \.distance,
    ]
}

/// How far it is, as people say it: metres up to a thousand, then kilometres.
struct Distance: Shown, Equatable {
    let metres: String?
    let kilometres: String?

    static let answers: Answers = ["metres": \.metres, "kilometres": \.kilometres]
}
