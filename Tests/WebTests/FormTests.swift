import Essentials
import Hummingbird
import Testing

@testable import Web

private enum Lamp: Identified {
    static let prefix = "lmp"
}

private enum Size: String {
    case small, large
}

@Suite("reading forms")
struct FormTests {
    private func fields(_ text: String) throws -> Fields {
        try Fields(decoding: text.utf8)
    }

    @Test("fields are decoded, repeated ones keep their order")
    func decoding() throws {
        let form = try fields("name=J%C3%BCrgen+M%26S&tag=a&tag=b&empty=&flag&=nameless")
        #expect(form.typed("name") == "Jürgen M&S")
        #expect(form.all("tag") == ["a", "b"])
        #expect(form.typed("empty") == "")
        #expect(form.has("flag"))
        #expect(!form.has("other"))
        #expect(form.names == ["name", "tag", "empty", "flag", ""])
    }

    @Test("hostile bytes are refused as a whole", arguments: ["a=%", "a=%4", "a=%GG", "a=%C3", "a=%FF%FE", "a=%00", "%ED%A0%80=a"])
    func hostile(text: String) {
        #expect(throws: FormRefusal.malformed) { try fields(text) }
    }

    @Test("a form with a thousand and one fields is refused")
    func many() throws {
        #expect(try fields(String(repeating: "a=1&", count: 1_000)).all("a").count == 1_000)
        #expect(throws: FormRefusal.tooManyFields) { try fields(String(repeating: "a=1&", count: 1_001)) }
    }

    @Test("typed getters name the field that they refuse")
    func typed() throws {
        let id = Identifier<Lamp>(bits: 42)
        let form = try fields(
            "name=++Anna++&blank=+%C2%A0+&line=a%0Ab&lines=a%0D%0Ab&count=12&word=twelve&huge=99999999999999999999&size=large&odd=medium&lamp=\(id)&other=ord_1&emoji=%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80"
        )
        #expect(try form.text("name") == "Anna")
        #expect(try form.textIfAny("blank") == nil)
        #expect(throws: FormRefusal.missing(field: "blank")) { try form.text("blank") }
        #expect(throws: FormRefusal.missing(field: "absent")) { try form.text("absent") }
        #expect(throws: FormRefusal.tooLong(field: "name", limit: 3)) { try form.text("name", upTo: 3) }
        #expect(try form.text("emoji", upTo: 1) == "👩‍🚀")
        #expect(throws: FormRefusal.unreadable(field: "line")) { try form.text("line") }
        #expect(try form.linesIfAny("lines") == "a\nb")
        #expect(try form.integer("count") == 12)
        #expect(throws: FormRefusal.outOfRange(field: "count", 1...10)) { try form.integer("count", in: 1...10) }
        #expect(throws: FormRefusal.notANumber(field: "word")) { try form.integer("word") }
        #expect(throws: FormRefusal.notANumber(field: "huge")) { try form.integer("huge") }
        #expect(try form.choice("size", as: Size.self) == .large)
        #expect(throws: FormRefusal.notAChoice(field: "odd")) { try form.choice("odd", as: Size.self) }
        #expect(try form.id("lamp", of: Lamp.self) == id)
        #expect(throws: FormRefusal.notAnIdentifier(field: "other")) { try form.id("other", of: Lamp.self) }
    }

    @Test("something that is no form is refused")
    func notAForm() async throws {
        try await withSite { router in
            router.post("/form") { request, _ in try await request.form().typed("a") }
        } body: { site async throws in
            #expect(try await site.post("/form", "a=b+c").body == "b c")
            #expect(try await site.send(.POST, "/form", [("content-type", "application/json")], body: "{}").status == 422)
            #expect(try await site.send(.POST, "/form", body: "a=b").status == 422)
            #expect(try await site.post("/form", "a=%").status == 422)
        }
    }

    @Test("links escape what they carry")
    func links() throws {
        let link = Fields.link("/products", ["q": "a&b=ü /", "page": "2", "sort": nil])
        #expect(link == "/products?q=a%26b%3D%C3%BC%20%2F&page=2")
        #expect(try fields(String(link.split(separator: "?")[1])).typed("q") == "a&b=ü /")
        #expect(Fields.link("/products", [:]) == "/products")
    }

    @Test("a part of the path is decoded once")
    func paths() async throws {
        try await withSite { router in
            router.get("/p/{name}") { _, context in context.parameter("name") ?? "unreadable" }
        } body: { site async throws in
            #expect(try await site.get("/p/a%20b+c%2525").body == "a b+c%25")
            let raw = try await RawClient.exchange(port: site.port, "GET /p/%FF HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            #expect(raw.hasSuffix("unreadable"))
        }
    }
}
