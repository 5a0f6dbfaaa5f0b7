import Database
import Hummingbird
import Web

extension Storefront {
    /// `GET /feeds/products.xml`: everything that is sold here, written piece by piece while it is read.
    @Sendable func showProductFeed(_ request: Request, _ context: SeamContext) async throws -> Response {
        let shop = try await shop(for: context)
        let site = shop.looks.site
        let head = try templates.render(FeedHead(shop: shop.channel.name, site: site))
        return Response(
            status: .ok, headers: [.contentType: "application/xml; charset=utf-8", .cacheControl: "public, max-age=900"],
            body: ResponseBody { [self] writer in
                try await writer.write(head)
                var piece = try await database.read { try FeedPiece.load(after: nil, site: site, in: shop, snapshot: $0) }
                try await writer.write(try templates.render(piece.piece))
                while let cursor = piece.next {
                    piece = try await database.read { try FeedPiece.load(after: cursor, site: site, in: shop, snapshot: $0) }
                    try await writer.write(try templates.render(piece.piece))
                }
                try await writer.write(ByteBuffer(string: "</channel>\n</rss>\n"))
                try await writer.finish(nil)
            })
    }
}

/// The beginning of the feed: whose it is.
struct FeedHead: Page {
    let shop: String
    let site: String

    static let answers: Answers = ["shop": \.shop, "site": \.site]
}
