import Catalog
import Essentials
import TestKit
import TestShop
import Testing

@Suite("What programs read of the shop")
struct ProgramsTests {
    @Test("the sitemap names every page that can be found, and robots are told where it is", arguments: TestDatabase.all)
    func sitemap(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            _ = try await shop.product("Lamp", stock: 1)
            try await shop.product(ProductDraft(title: "Secret", status: .draft))
            try await shop.collection("Light")
            let visitor = front.visitor()
            #expect(try await visitor.get("/robots.txt").body.contains("Sitemap: \(front.address)/sitemap.xml"))
            let index = try await visitor.get("/sitemap.xml")
            #expect(index.header("content-type") == "application/xml; charset=utf-8")
            #expect(index.body.locations == ["\(front.address)/sitemap/pages.xml", "\(front.address)/sitemap/products-1.xml"])
            let pages = try await visitor.get("/sitemap/pages.xml").body.locations
            #expect(pages.contains("\(front.address)/collections/light"))
            #expect(pages.contains("\(front.address)/locations/S1"))
            #expect(!pages.contains { $0.contains("W1") })
            #expect(try await visitor.get("/sitemap/products-1.xml").body.locations == ["\(front.address)/products/lamp"])
            for path in ["/sitemap/products-2.xml", "/sitemap/products-0.xml", "/sitemap/none"] {
                #expect(try await visitor.get(path).status == 404)
            }
        }
    }

    @Test("the feed has an item for each variant that is sold, with its price and whether it can be had", arguments: TestDatabase.all)
    func feed(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let ids = try await front.shop.shirts(stock: [0, 3])
            for number in 1...210 { _ = try await front.shop.product("Bowl \(number)", stock: 0) }
            let feed = try await front.visitor().get("/feeds/products.xml").body
            #expect(feed.hasPrefix("<?xml"))
            #expect(feed.hasSuffix("</rss>\n"))
            #expect(feed.matches(of: /<item>/).count == 214)
            #expect(feed.contains("<g:link>\(front.address)/products/shirt?variant=\(ids[1])</g:link>"))
            #expect(feed.contains("<g:price>25.00 EUR</g:price><g:sale_price>20.00 EUR</g:sale_price>"))
            #expect(feed.matches(of: /in_stock/).count == 1)
        }
    }
}

extension String {
    fileprivate var locations: [String] { matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) } }
}
