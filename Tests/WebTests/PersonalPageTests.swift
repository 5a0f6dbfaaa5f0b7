import Hummingbird
import Testing

@testable import Web

@Suite("pages with something of one's own in them")
struct PersonalPageTests {
    private static let before = String(repeating: "<p>The same for everybody.</p>", count: 100)

    /// A site whose one page shows what its query says.
    private func withPage(_ body: @Sendable (Site) async throws -> Void) async throws {
        let cart = PersonalHole("cart", standard: "0").renderText
        let html = Self.before + cart + " things" + PersonalHole("name").renderText + ", goodbye"
        let page = KeptPage(RenderedPage(ByteBuffer(string: html), showing: []))
        try await withSite { router in
            router.get("/") { request, _ in
                let fillings = request.uri.query.map { ["cart": ByteBuffer(string: $0)] } ?? [:]
                return page.response(to: request, filling: fillings)
            }
        } body: {
            try await body($0)
        }
    }

    @Test("are sent compressed, and are what they would be uncompressed", arguments: [1, 7, 4_000])
    func compressed(length: Int) async throws {
        let cart = String(repeating: "7", count: length)
        try await withPage { site in
            let plain = try await site.get("/?" + cart, [("accept-encoding", "identity")])
            #expect(plain.body == Self.before + cart + " things, goodbye")
            #expect(plain["content-encoding"] == nil)
            let small = try await site.get("/?" + cart, [("accept-encoding", "gzip")])
            #expect(small["content-encoding"] == "gzip")
            #expect(Int(small["content-length"] ?? "") ?? .max < 400 + length)
            #expect(small.body == plain.body, "the client unpacks it, and checks its sum")
        }
    }

    @Test("are not sent again to who has them, and another one's are others")
    func tagged() async throws {
        try await withPage { site in
            let seven = try #require(try await site.get("/?7")["etag"])
            let eight = try #require(try await site.get("/?8")["etag"])
            let nobodys = try #require(try await site.get("/")["etag"])
            #expect(Set([seven, eight, nobodys]).count == 3)
            #expect(try await site.get("/?7", [("if-none-match", seven)]).status == 304)
            #expect(try await site.get("/?8", [("if-none-match", seven)]).status == 200)
            #expect(try await site.get("/?7", [("if-none-match", nobodys)]).status == 200)
        }
    }
}
