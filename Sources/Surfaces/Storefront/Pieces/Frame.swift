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
        "alternates": { $0.languages.count > 1 ? $0.languages : [] },
        // The plain address, which leads everybody to the language that they read.
        "anyTongue": { $0.languages.count > 1 ? $0.languages.first?.address : nil }, "hasMenu": { !$0.menu.isEmpty },
        "menu": { KeptPiece(ShopMenu(links: $0.menu), template: "Menu") }, "foot": { KeptPiece(ShopFoot($0), template: "Foot") },
        "cart": \.cart,
        "query": \.query,
        "path": \.path,
    ]
}

/// The way to the shop's collections, in the head of every page.
struct ShopMenu: Shown, Hashable {
    let links: [Link]

    static let answers: Answers = ["links": \.links]
}

/// The end of every page.
struct ShopFoot: Shown, Hashable {
    let shop: String
    let links: [Link]
    let languages: [SpokenLanguage]

    init(_ frame: Frame) {
        shop = frame.shop
        // It does not say where somebody is.
        links = frame.menu.map { Link(title: $0.title, path: $0.path, tongue: $0.tongue) }
        languages = frame.languages.map(\.spoken)
    }

    static let answers: Answers = [
        "shop": \.shop, "links": \.links, "hasLinks": { !$0.links.isEmpty }, "languages": \.languages,
        "hasLanguages": { $0.languages.count > 1 },
    ]
}

/// The same page in another language.
struct LanguageLink: Shown, Equatable {
    let spoken: SpokenLanguage
    /// The whole address.
    let address: String

    static let answers: Answers = ["tag": \.spoken.language, "address": \.address]
}

/// Somewhere to go.
struct Link: Shown, Hashable {
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
