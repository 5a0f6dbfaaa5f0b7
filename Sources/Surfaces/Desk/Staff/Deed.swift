import Staff

/// What people do here, and the least role that each takes. A test holds every line of it against the verbs.
enum Deed: String, CaseIterable {
    case sell, count, reduceMore, receive, approve, pair, cancelOrder, changeGoods, bringIn, arrangeFront, changePlaces, seeActivity, hire
    case runPeople, settings

    /// Of what somebody needs the role: of the location that it is about, or of the whole shop.
    var least: Role {
        switch self {
        case .sell, .count, .receive: .associate
        case .reduceMore, .approve, .pair, .cancelOrder, .changeGoods, .bringIn, .arrangeFront, .changePlaces, .seeActivity, .hire: .manager
        case .runPeople, .settings: .owner
        }
    }

    /// Whether the role must hold everywhere: what belongs to no location.
    var isEverywhere: Bool {
        switch self {
        case .sell, .count, .reduceMore, .receive, .approve, .pair, .hire: false
        case .cancelOrder, .changeGoods, .bringIn, .arrangeFront, .changePlaces, .seeActivity, .runPeople, .settings: true
        }
    }
}
