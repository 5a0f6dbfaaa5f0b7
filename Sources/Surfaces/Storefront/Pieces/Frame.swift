import Mustache
import Web

/// What stands around the content of every page: the shop's name, the way to its collections, the basket.
struct Frame: Shown {
    let shop: String
    /// What canonical addresses begin with; empty when nobody said where the shop is to be found.
    var site = ""
    var theme = Theme()
    /// BCP 47
    let language: String
    /// What its addresses begin with: `/fi`; nothing for the shop's own language.
    var home = ""
    /// What it can be read in; none when there is nothing to choose.
    var languages: [LanguageLink] = []
    let menu: [Link]
    let cart: Corner
    /// What was last searched for, to stand in the search box again.
    var query = ""
    /// Where somebody is, as the shop's own path: pages link to themselves by it.
    var path = ""

    static let answers: Answers = [
        "shop": \.shop, "site": \.site, "theme": \.theme, "language": \.language, "home": \.home,
        "languages": \.languages, "hasLanguages": { $0.languages.count > 1 }, "alternates": { $0.languages.count > 1 ? $0.languages : [] },
        "menu": \.menu, "hasMenu": { !$0.menu.isEmpty },
        "cart": \.cart,
        "query": \.query,
        "path": \.path,
    ]
}

/// The same page in another language.
struct LanguageLink: Shown, Equatable {
    /// BCP 47
    let tag: String
    /// In itself: `suomi`.
    let name: String
    let isHere: Bool
    /// The whole address.
    let address: String

    static let answers: Answers = ["tag": \.tag, "name": \.name, "isHere": \.isHere, "address": \.address]
}

/// Somewhere to go.
struct Link: Shown, Equatable {
    let title: String
    let path: String
    /// The language of its title, when that is another than the page's.
    var tongue: String?
    var isHere = false

    static let answers: Answers = ["title": \.title, "path": \.path, "linkTongue": \.tongue, "isHere": \.isHere]
}

/// The basket in the corner: a hole in pages that everybody shares, the shopper's own number in theirs.
enum Corner: Sendable {
    case shared(PersonalHole)
    case own(String)

    /// The hole's name, by which a request fills it.
    static let cart = "cart"
}

extension Corner: MustacheCustomRenderable {
    var renderText: String {
        switch self {
        case .shared(let hole): hole.renderText
        case .own(let html): html
        }
    }

    var isNull: Bool { false }
}

/// What the corner shows.
struct CartCorner: ShopPiece {
    let count: Int
    var tongue = Tongue()

    static let answers: Answers = ["count": \.count, "isEmpty": { $0.count == 0 }]
}
