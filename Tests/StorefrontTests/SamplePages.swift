import Catalog
import Essentials
import Orders
import Web

@testable import Storefront

/// Every page of the shop as a value, in the states that differ: what the golden files show and the templates are checked
/// with.
enum SamplePages {
    static let all: [(name: String, page: any Page)] = [
        ("home", home), ("home-empty", homeEmpty), ("home-arranged", homeArranged), ("collection", collection),
        ("collection-in-stock", inStock), ("search", search), ("search-nothing", searchNothing),
        ("search-by-name", sorted(.title)), ("search-dearest", sorted(.priceDescending)), ("product", product),
        ("product-choice", productChoice), ("product-later", productLater), ("product-refused", productRefused),
        ("product-bare", productBare), ("shelves", shelves),
        ("shelves-near", shelvesNear), ("shelves-town", shelvesTown), ("shelves-unknown", shelvesUnknown), ("cart", cart),
        ("cart-troubled", cartTroubled),
        ("cart-empty", CartPage(frame: frame, lines: [], total: nil, removed: removed)), ("checkout", checkout),
        ("checkout-refused", checkoutRefused), ("checkout-refused-whole", checkoutRefusedWhole), ("review", review),
        ("review-last-minute", reviewLastMinute), ("review-expired", reviewExpired), ("review-over", reviewOver),
        ("review-blocked", reviewBlocked), ("review-refused", reviewRefused),
        ("order", order(.placed)),
        ("order-completed", order(.completed)), ("order-cancelled", order(.cancelled)),
        ("sign-in", SignInPage(frame: frame, next: "/account")),
        ("sign-in-refused", signInRefused), ("register-refused", registerRefused), ("account", account),
        ("account-empty", accountEmpty), ("account-refused", accountRefused), ("find-order", FindOrderPage(frame: themedFrame)),
        ("find-order-refused", findOrderRefused), ("wish-list", WishListPage(frame: frame, tiles: [lamp])),
        ("wish-list-empty", WishListPage(frame: bareFrame, tiles: [])),
        ("locations", locations),
        ("locations-nothing", LocationsPage(frame: frame, query: "nowhere", locations: [], next: nil)),
        ("locations-none", LocationsPage(frame: themedFrame, query: "", locations: [], next: nil)), ("location", location),
        ("location-bare", locationBare), ("stories", stories), ("stories-none", storiesNone),
        ("story-recipe", recipe), ("story-recipe-in-haste", recipeInHaste), ("story-bare", storyBare),
        ("not-found", problem(404, "http.not_found")), ("fault", problem(500, "fault")),
        ("refusal", problem(403, "http.cross_site")),
    ]

    static let frame = Frame(
        shop: "Alder & Reed", language: "en",
        menu: [
            Link(title: "Kitchen", path: "/collections/kitchen", isHere: true),
            Link(title: "Licht", path: "/collections/light", tongue: "de"),
        ],
        cart: .own("<a class=\"cart-corner\" href=\"/cart\">Cart</a>"), query: "lamp", path: "/collections/kitchen")
    static let bareFrame = Frame(shop: "Alder & Reed", language: "en", menu: [], cart: frame.cart)
    static let trail = Trail(steps: [Link(title: "Alder & Reed", path: "/")], here: "Kitchen")

    static func money(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }
    static func tag(_ cents: Int64, before: Int64? = nil, isFrom: Bool = false) -> PriceTag {
        PriceTag(Price(money(cents), compareAt: before.map(money)), isFrom: isFrom, in: "en")
    }
    static func variant(_ number: UInt128) -> String { Variant.ID(bits: number).description }

    static let lamp = ProductTile(
        path: "/products/lamp", title: "Desk lamp “Alder” <small>", vendor: "Ivar & Sons",
        picture: Picture(MediaDraft(url: "https://pictures.example/lamp.jpg?a=1&b=2", alt: "A lamp"), of: "Lamp"),
        price: tag(4_990, before: 5_990), isSoldOut: false)
    static let bowl = ProductTile(
        path: "/products/bowl", title: "Bowl", tongue: "de", vendor: "", picture: Picture(nil, of: "Bowl"), price: tag(1_200, isFrom: true),
        isSoldOut: true)

    private static func list(
        path: String, total: Int?, more: String? = nil, page: Int = 2, tiles: [ProductTile] = [lamp, bowl], filter: FilterForm
    ) -> ListBody {
        ListBody(
            path: path, canonical: path, tiles: tiles, total: total,
            pager: total.flatMap { Pager(page: page, of: $0, size: 24) { "\(path)?page=\($0)" } }, more: more, filter: filter, clear: path)
    }

    private static func filter(
        sort: Catalog.Collection.Sort, isNarrow: Bool = false, notices: FieldNotices = FieldNotices()
    ) -> FilterForm {
        func choice(_ name: String, _ count: Int?, isChosen: Bool = false) -> FacetChoice {
            FacetChoice(value: name, name: name, count: count, isChosen: isChosen)
        }
        return FilterForm(
            vendors: isNarrow ? [choice("Ivar & Sons", 12, isChosen: true), choice("Alma", 3)] : [],
            types: isNarrow ? [choice("Lamp", 3, isChosen: true), choice("Bowl", 4)] : [],
            attributes: isNarrow
                ? [
                    Facet(name: "Material", choices: [choice("Oak", 2, isChosen: true), choice("Ash", 0)], isOpen: true),
                    Facet(
                        name: "Dimmable",
                        choices: [
                            FacetChoice(value: "dimmable=true", name: "true", count: 3, isChosen: false, isYes: true),
                            FacetChoice(value: "dimmable=false", name: "false", count: 3, isChosen: false, isNo: true),
                        ], isOpen: false),
                ] : [],
            stores: isNarrow ? [choice("S1", nil, isChosen: true), choice("S2", nil)] : [], lowest: isNarrow ? "10" : "", highest: "",
            isInStock: isNarrow, isNarrow: isNarrow,
            chosen: isNarrow
                ? [
                    ChosenLimit(isInStock: true, path: "/search"), ChosenLimit(lowest: "€10.00", highest: "€20.00", path: "/search"),
                    ChosenLimit(name: "Ivar & Sons", path: "/search"),
                    ChosenLimit(name: "Dimmable: ", isYes: true, path: "/search"),
                    ChosenLimit(name: "Wireless: ", isNo: true, path: "/search"),
                ] : [], sort: sort, isArranged: sort == .manual, notices: notices)
    }

    private static var badPrice: FieldNotices {
        var notices = FieldNotices(StorefrontRefusal.noAmount(field: "min"))
        notices.add(StorefrontRefusal.noAmount(field: "max"))
        notices.add(FormRefusal.notAChoice(field: "sort"))
        return notices
    }

    private static let collection = CollectionPage(
        frame: frame, title: "Kitchen", description: MerchantHTML("<p>What cooks use.</p>"), trail: trail,
        list: list(path: "/collections/kitchen", total: 400, page: 9, filter: filter(sort: .manual)))
    private static let inStock = CollectionPage(
        frame: frame, title: "Kitchen", description: MerchantHTML("<p>What cooks use.</p>"), trail: trail,
        list: list(
            path: "/collections/kitchen", total: nil, more: "/collections/kitchen?in_stock=1&from=1.40",
            filter: filter(sort: .titleDescending, isNarrow: true)), titleTongue: "de", bodyTongue: "fi")
    private static let search = SearchPage(
        frame: frame,
        list: list(path: "/search", total: 1, tiles: [lamp].atTheTop, filter: filter(sort: .newest, isNarrow: true, notices: badPrice))
    )
    private static let searchNothing = SearchPage(
        frame: bareFrame, list: list(path: "/search", total: 0, tiles: [], filter: filter(sort: .price)))
    private static func sorted(_ sort: Collection.Sort) -> SearchPage {
        SearchPage(frame: frame, list: list(path: "/search", total: 1, tiles: [lamp], filter: filter(sort: sort)))
    }

    private static func cartLine(
        _ number: UInt128, options: String = "", quantity: Int64 = 1, price: PriceTag? = tag(4_990), left: Int64? = nil,
        later: Int64? = nil,
        notice: Sentence? = nil
    ) -> CartLine {
        CartLine(
            variant: variant(number), path: "/products/lamp", title: "Desk lamp", options: options, picture: Picture(nil, of: "Desk lamp"),
            quantity: quantity, typed: notice == nil ? "\(quantity)" : "many", price: price, lineTotal: price == nil ? nil : "€99.80",
            left: left, later: later, notice: notice)
    }

    private static let removed = RemovedLine(variant: variant(9), title: "Bowl", quantity: 3)
    private static let cart = CartPage(
        frame: frame, lines: [cartLine(1, options: "Black / S", quantity: 2), cartLine(2, later: 1)], total: "€149.70", promise: promise,
        visit: visit(.tomorrow(weekday: "Tuesday", from: "10:00 AM")), removed: removed)
    private static var cartTroubled: CartPage {
        var notices = FieldNotices(OrdersRefusal.noCart)
        notices.add(FormRefusal.missing(field: "quantity"))
        return CartPage(
            frame: frame,
            lines: [
                cartLine(1, price: nil), cartLine(2, left: 0), cartLine(3, quantity: 5, left: 2),
                cartLine(4, notice: "Please enter a whole number."),
            ], total: nil, notices: notices)
    }

    private static let lines = [
        SummaryLine(title: "Desk lamp", quantity: 2, total: "€99.80"), SummaryLine(title: "Bowl & plate", quantity: 1, total: "€12.00"),
    ]
    private static let checkout = CheckoutPage(
        frame: frame, lines: lines, total: "€111.80",
        countries: [Country(code: "EE", name: "Estonia", isChosen: false), Country(code: "FI", name: "Finland", isChosen: true)],
        promise: promise,
        visit: visit(.today(from: "10:00 AM")))
    private static var checkoutRefused: CheckoutPage {
        var page = checkout
        page.typed = Fields([("email", "nobody\"<"), ("name", "Aino")])
        let fields = ["email", "name", "phone", "line1", "line2", "postal_code", "city", "region", "country"]
        for field in fields { page.notices.add(OrdersRefusal.contact(field: field, .malformed)) }
        return page
    }
    private static var checkoutRefusedWhole: CheckoutPage {
        var page = checkout
        page.notices = FieldNotices(OrdersRefusal.emptyCart)
        page.visit = visit(.later(date: "Wednesday, December 2", from: "10:00 AM"))
        return page
    }

    private static let address = AddressLines(
        email: "aino@example.com", lines: ["Aino Virtanen", "Fabianinkatu 1", "00100 Helsinki", "Finland"])
    private static func reviewPage(
        minutes: Int64?, isOver: Bool = false, address: AddressLines? = address, lines: [SummaryLine] = lines
    ) -> ReviewPage {
        ReviewPage(
            frame: frame, path: "/checkout/secret", lines: lines, total: "€111.80", address: address, promise: promise,
            minutesLeft: minutes,
            expiresAt: "2026-03-02T09:15:00.000Z", isOver: isOver)
    }
    private static let review = reviewPage(minutes: 14)
    private static var reviewLastMinute: ReviewPage {
        var page = reviewPage(minutes: 1)
        page.notices = FieldNotices(OrdersRefusal.declined)
        page.notices.add(OrdersRefusal.priceChanged)
        page.notices.add(OrdersRefusal.quantity)
        return page
    }
    private static let reviewExpired = reviewPage(minutes: nil, address: nil)
    private static let reviewBlocked = reviewPage(
        minutes: 14, lines: [SummaryLine(title: "Desk lamp", quantity: 2, total: "€99.80", notice: "Not sold here any more."), lines[1]])
    private static var reviewRefused: ReviewPage {
        var page = reviewBlocked
        page.notices = FieldNotices(OrdersRefusal.notForSale)
        return page
    }
    private static let reviewOver = reviewPage(minutes: nil, isOver: true)

    private static func order(_ state: Order.State) -> OrderPage {
        OrderPage(
            frame: frame, number: 1_042, placedAt: "March 2, 2026 at 11:00 AM", placedAtExactly: "2026-03-02T09:00:00.000Z", state: state,
            lines: lines, total: "€111.80", address: state == .completed ? nil : address, isByLink: state == .placed)
    }

    private static var signInRefused: SignInPage {
        var page = SignInPage(frame: frame, next: "/checkout")
        page.typed = Fields([("email", "aino@example.com")])
        page.notices = FieldNotices(FormRefusal.missing(field: "email"))
        page.notices.add(FormRefusal.missing(field: "password"))
        page.notices.add(FormRefusal.malformed)
        return page
    }
    private static var registerRefused: SignInPage {
        var page = signInRefused
        page.form = .register
        page.notices.add(FormRefusal.missing(field: "name"))
        return page
    }

    private static func problem(_ status: Int, _ code: String) -> ProblemPage {
        ProblemPage(
            frame: frame,
            problem: Problem(status: .init(code: status), code: code, message: "This is said to people.", requestID: "9w4k2m7x1c3vz"))
    }
}
