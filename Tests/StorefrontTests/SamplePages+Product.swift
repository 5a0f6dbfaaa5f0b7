import Catalog
import Essentials
import Orders
import Web

@testable import Storefront

extension SamplePages {
    private static func gallery(_ pictures: Picture...) -> [GalleryPicture] {
        pictures.enumerated().map { GalleryPicture(number: $0 + 1, picture: $1, media: nil) }
    }

    /// Described in another language than the page's.
    static func german(_ picture: Picture) -> Picture {
        var picture = picture
        picture.altTongue = "de"
        return picture
    }

    private static func choice(_ stock: Int64?, before: Int64? = nil, sku: String? = nil, barcode: String? = nil) -> VariantChoice {
        VariantChoice(
            id: variant(1), sku: sku, barcode: barcode, price: tag(4_990, before: before),
            stock: StockSign(variant: variant(1), quantity: stock))
    }

    private static func productPage(
        _ chosen: VariantChoice, gallery: [GalleryPicture] = gallery(Picture(nil, of: "Desk lamp")), options: [OptionRow] = [],
        promise: DeliveryPromise? = nil, places: StockPlaces? = nil, attributes: [AttributeLine] = [],
        related: [ProductTile] = [],
        stories: [Link] = [],
        description: String = "", vendor: Link? = nil
    ) -> ProductPage {
        ProductPage(
            frame: frame, path: "/products/lamp", title: "Desk lamp", vendor: vendor, description: MerchantHTML(description), trail: trail,
            gallery: gallery, options: options, chosen: chosen, promise: promise, places: places,
            attributes: attributes,
            related: related, stories: stories,
            structured: [StructuredData(Thing("Product", isWhole: true, ["name": .text("</script><b>Lamp")]))])
    }

    /// Said in the merchant's own language, which is not the page's.
    static var promise: DeliveryPromise {
        var promise = DeliveryPromise(from: 2, days: 4, words: "Aus <Vantaa>.")
        (promise.wordsTongue, promise.dates) = ("de", "Wed, Nov 25 – Fri, Nov 27")
        return promise
    }

    static func visit(_ when: StoreVisit.When) -> StoreVisit {
        StoreVisit(shop: "Harbour & Quay", when: when, end: Instant(microseconds: 0))
    }

    private static var placesAtNight: StockPlaces {
        var places = StockPlaces(isInWarehouse: false, shops: 1, path: "/products/lamp/shops?variant=1")
        places.visit = visit(.now(until: nil))
        return places
    }

    private static var placesWithWords: StockPlaces {
        var places = StockPlaces(isInWarehouse: true, shops: 3, path: "/products/lamp/shops?variant=1")
        (places.words, places.wordsTongue) = ("Zum Mitnehmen.", "de")
        places.visit = visit(.now(until: "8:00 PM"))
        return places
    }

    static let product = productPage(
        choice(12, before: 5_990, sku: "LAMP-1", barcode: "4006381333931"),
        gallery: gallery(
            Picture(MediaDraft(url: "https://pictures.example/1-1600.webp", alt: "From the front"), of: "Desk lamp"),
            german(Picture(MediaDraft(url: "https://pictures.example/2.jpg", alt: "Von der Seite"), of: "Desk lamp")),
            Picture(nil, of: "Desk lamp")),
        promise: promise, places: placesWithWords,
        attributes: [
            AttributeLine(name: "height", value: .number(42)), AttributeLine(name: "dimmable", value: .boolean(true)),
            AttributeLine(name: "wireless", value: .boolean(false)), AttributeLine(name: "colour", value: .text("Black & white")),
        ], related: [lamp, bowl], stories: [Link(title: "How it is <bent>", path: "/stories/bent", tongue: "de")],
        description: "<p>Warm <b>light</b>.</p>",
        vendor: Link(title: "Ivar & Sons", path: "/search?vendor=Ivar+%26+Sons"))

    /// Sold out, and sold on back-order all the same.
    static let productLater = productPage(
        VariantChoice(
            id: variant(1), sku: nil, barcode: nil, price: tag(4_990),
            stock: StockSign(variant: variant(1), quantity: 0, mayBeOwed: true)))

    static let productChoice = productPage(
        choice(nil),
        options: [
            OptionRow(
                name: "Colour", chosen: "Black",
                values: [
                    OptionValue(title: "Black", path: "/products/lamp?variant=1", isChosen: true, isSoldOut: false, isElsewhere: false),
                    OptionValue(title: "White", path: "/products/lamp?variant=2", isChosen: false, isSoldOut: true, isElsewhere: false),
                    OptionValue(title: "Red", path: "/products/lamp?variant=3", isChosen: false, isSoldOut: false, isElsewhere: true),
                ])
        ], promise: DeliveryPromise(from: 1, days: 1),
        places: placesAtNight)

    static var productRefused: ProductPage {
        var page = productPage(
            choice(0), places: StockPlaces(isInWarehouse: false, shops: 0, path: "/products/lamp/shops?variant=1"),
            description: "<p>Gibt Licht.</p>")
        (page.titleTongue, page.bodyTongue) = ("de", "de")
        page.typedQuantity = "many"
        page.notices = FieldNotices(FormRefusal.notANumber(field: "quantity"))
        page.notices.add(OrdersRefusal.cartFull)
        return page
    }

    static let productBare = productPage(choice(3))

    private static func shelvesPage(near: String, isPosition: Bool = false, isFound: Bool = true, lines: [ShelfLine]) -> ShelvesPage {
        ShelvesPage(
            frame: frame, path: "/products/lamp/shops", title: "Desk lamp", options: isFound ? "Black" : "", variant: variant(1),
            price: tag(4_990), picture: Picture(nil, of: "Desk lamp"), product: "/products/lamp", near: near, isPosition: isPosition,
            isFound: isFound, shelves: lines, inShops: lines.count)
    }

    private static func line(_ quantity: Int64, _ metres: Double?) -> ShelfLine {
        ShelfLine(
            shop: LocationLine(
                path: "/locations/S1", name: "Main Street", address: "1 Main Street, Helsinki",
                opening: OpeningSign(isOpen: true, change: "9 PM")), quantity: quantity, distance: metres.map { Distance($0, in: "en") })
    }

    static let shelves = shelvesPage(near: "", lines: [line(3, nil), line(0, nil)])
    static let shelvesNear = shelvesPage(near: "60.17,24.94", isPosition: true, lines: [line(3, 246), line(1, 3_456), line(0, 23_456)])
    static let shelvesTown = shelvesPage(near: "Turku", lines: [line(0, 165_000)])
    static let shelvesUnknown = shelvesPage(near: "Atlantis", isFound: false, lines: [])
}
