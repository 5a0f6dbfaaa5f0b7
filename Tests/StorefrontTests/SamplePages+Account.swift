import Essentials
import Orders
import Web

@testable import Storefront

extension SamplePages {
    static let themedFrame = Frame(
        shop: "Alder & Reed", site: "https://shop.example", theme: theme, language: "en",
        languages: [
            LanguageLink(spoken: SpokenLanguage("en", isHere: true), address: "https://shop.example/find-order"),
            LanguageLink(spoken: SpokenLanguage("fi", isHere: false), address: "https://shop.example/fi/find-order"),
        ], menu: [], cart: frame.cart)
    private static var theme: Theme {
        var theme = Theme()
        theme.sheet = "/assets/theme/theme.css?v=1"
        theme.logo = "/assets/theme/logo.svg?v=1"
        theme.icon = "/assets/theme/icon.svg?v=1"
        return theme
    }

    private static let countries = [
        Country(code: "EE", name: "Estonia", isChosen: false), Country(code: "FI", name: "Finland", isChosen: true),
    ]

    static let account = AccountPage(
        frame: frame, name: "Aino Virtanen", email: "aino@example.com",
        orders: Order.State.allCases.enumerated().map { index, state in
            OrderLine(
                number: Int64(index) + 1, path: "/account/orders/\(index + 1)", placedAt: "March 2, 2026 at 11:00 AM",
                placedAtExactly: "2026-03-02T09:00:00.000Z", total: "€49.90", state: state)
        }, older: "/account?before=1",
        addresses: [
            BookedAddress(path: "/account/addresses/cad_1", lines: ["Aino Virtanen", "Fabianinkatu 1", "00100 Helsinki", "Finland"])
        ],
        countries: countries)
    static let accountEmpty = AccountPage(
        frame: frame, name: "Aino", email: "aino@example.com", orders: [], older: nil, addresses: [], countries: countries)

    static var accountRefused: AccountPage {
        var page = accountEmpty
        page.typed = Fields([("name", "Aino"), ("city", "Helsinki")])
        page.notices = FieldNotices(FormRefusal.missing(field: "name"))
        page.notices.add(FormRefusal.malformed)
        return page
    }

    static var findOrderRefused: FindOrderPage {
        var page = FindOrderPage(frame: frame, typed: Fields([("number", "12"), ("email", "aino")]))
        page.notices = FieldNotices(FormRefusal.missing(field: "number"))
        page.notices.add(FormRefusal.missing(field: "email"))
        page.notices.add(StorefrontRefusal.notFound)
        return page
    }

    /// What is no page by itself: pieces of pages, and what only programs read.
    static let pieces: [(name: String, page: any Page)] = [
        (
            "piece-suggestions",
            Suggestions(query: "la", collections: [Link(title: "Light", path: "/collections/light")], tiles: [lamp, bowl], total: 12)
        ),
        ("piece-suggestions-none", Suggestions(query: "zz", collections: [], tiles: [], total: 0)),
        ("piece-tiles", TilesPiece(tiles: [bowl])),
        ("sitemap-index", SitemapIndex(files: [SitemapEntry(address: "https://shop.example/sitemap/pages.xml")])),
        (
            "sitemap",
            Sitemap(pages: [
                SitemapEntry(address: "https://shop.example/"),
                SitemapEntry(address: "https://shop.example/products/lamp", changedAt: "2026-03-02T09:00:00.000Z"),
            ])
        ),
        ("feed-head", FeedHead(shop: "Alder & Reed", site: "https://shop.example")),
        ("feed-piece", FeedPiece(items: [feedItem(isFull: true), feedItem(isFull: false)])),
    ]

    private static func feedItem(isFull: Bool) -> FeedItem {
        FeedItem(
            id: "LAMP-1", group: isFull ? "prd_1" : nil, title: "Lamp & shade", description: "Warm",
            address: "https://shop.example/products/lamp",
            picture: isFull ? "https://shop.example/lamp.webp" : nil, price: "59.90 EUR", salePrice: isFull ? "49.90 EUR" : nil,
            isSoldOut: isFull, brand: isFull ? "Ivar" : "", gtin: isFull ? "4006381333931" : nil, kind: isFull ? "Lamp" : "")
    }
}
