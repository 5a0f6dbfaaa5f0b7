import Catalog
import Content
import Database
import Hummingbird
import Web

extension Storefront {
    private static let productsOfFile = 5_000

    /// `GET /robots.txt`: what search engines need not read, in any language, and where the sitemap is.
    @Sendable func showRobots(_ request: Request, _ context: SeamContext) async throws -> Response {
        let site = try await shop(for: context).looks.site
        let own = ["/cart", "/checkout", "/order", "/find-order", "/account", "/sign-in", "/wishlist", "/search?", "/tiles"]
        let closed =
            ([""] + languages.map { "/" + $0 }).flatMap { home in own.map { home + $0 } } + ["/desk", "/till", "/live", "/preview"]
        let lines = ["User-agent: *"] + closed.map { "Disallow: " + $0 } + ["Sitemap: \(site)/sitemap.xml", ""]
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: lines.joined(separator: "\n"))))
    }

    /// `GET /sitemap.xml`: the files of each language, the shop's own first.
    @Sendable func showSitemapIndex(_ request: Request, _ context: SeamContext) async throws -> Response {
        let shop = try await shop(for: context)
        let site = shop.looks.site
        let count = try await database.read { try ProductAddress.count(on: shop.channel.priceList, in: $0) }
        let parts = ["pages"] + stride(from: 0, to: count, by: Self.productsOfFile).enumerated().map { "products-\($0.offset + 1)" }
        let files = parts + shop.otherLanguages.flatMap { language in parts.map { language + "-" + $0 } }
        return try xml(SitemapIndex(files: files.map { SitemapEntry(address: "\(site)/sitemap/\($0).xml") }))
    }

    /// `GET /sitemap/{file}`: `pages.xml`, `products-1.xml`; `fi-pages.xml` with the addresses in Finnish.
    @Sendable func showSitemap(_ request: Request, _ context: SeamContext) async throws -> Response {
        let shop = try await shop(for: context)
        let name = (context.parameter("file") ?? "").wholeMatch(of: /(?:([A-Za-z-]+)-)?(pages|products-([1-9][0-9]{0,3}))\.xml/)
        guard let name, name.1.map({ shop.otherLanguages.contains(String($0)) }) ?? true else { throw HTTPError(.notFound) }
        let home = shop.looks.site + (name.1.map { "/" + $0 } ?? "")
        guard let number = name.3.flatMap({ Int($0) }) else { return try await sitemapOfPages(below: home, in: shop) }
        let products = try await database.read {
            try ProductAddress.page(number, size: Self.productsOfFile, on: shop.channel.priceList, in: $0)
        }
        guard !products.isEmpty else { throw HTTPError(.notFound) }
        return try xml(
            Sitemap(
                pages: products.map { SitemapEntry(address: home + "/products/" + $0.handle, changedAt: $0.updatedAt.rfc3339) }))
    }

    private func sitemapOfPages(below home: String, in shop: WebShop) async throws -> Response {
        let (collections, stories) = try await database.read {
            try (CollectionDetail.page(limit: 2_000, in: $0), StoryDetail.latest(limit: 2_000, in: $0))
        }
        let paths =
            ["/", "/locations", "/stories"] + collections.map { "/collections/" + $0.collection.handle }
            + stories.map { "/stories/" + $0.story.handle } + shop.stores.map { "/locations/" + $0.code }
        return try xml(Sitemap(pages: paths.map { SitemapEntry(address: home + $0) }))
    }

    private func xml(_ page: some Page) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/xml; charset=utf-8", .cacheControl: "public, max-age=600"],
            body: ResponseBody(byteBuffer: try templates.render(page)))
    }
}
