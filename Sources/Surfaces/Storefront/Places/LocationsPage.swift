import Web

/// The retailer's shops, to look through and to search.
struct LocationsPage: ShopPage {
    let frame: Frame
    let query: String
    let locations: [LocationLine]
    /// The address of those that follow.
    let next: String?
    /// All of them; while nothing is searched for.
    var map: MapDrawing?

    static let answers: Answers = [
        "map": \.map, "frame": \.frame, "query": \.query, "hasQuery": { !$0.query.isEmpty }, "locations": \.locations,
        "isEmpty": { $0.locations.isEmpty }, "next": \.next,
    ]
}

/// A shop in a list.
struct LocationLine: Shown {
    let path: String
    let name: String
    let address: String
    let opening: OpeningSign

    static let answers: Answers = ["path": \.path, "name": \.name, "address": \.address, "opening": \.opening]
}

/// Whether a shop is open now, and until or from when.
struct OpeningSign: Shown {
    let isOpen: Bool
    /// When that changes, in the shop's own time; `nil` when it does not within a week.
    let change: String?

    static let answers: Answers = ["isOpen": \.isOpen, "change": \.change]
}
