import Essentials
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite("what every answer says and refuses")
struct SecurityTests {
    @Test("every answer forbids foreign scripts, frames and guesses, also a page that is not there")
    func headers() async throws {
        try await withSite { router in
            router.get("/") { _, _ in "hello" }
        } body: { site async throws in
            for path in ["/", "/nowhere"] {
                let answer = try await site.get(path)
                let policy = try #require(answer["content-security-policy"])
                #expect(policy.contains("default-src 'self'"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(policy.contains("form-action 'self'"))
                #expect(policy.contains("base-uri 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["referrer-policy"] == "same-origin")
                #expect(answer["cross-origin-opener-policy"] == "same-origin")
                #expect(answer["strict-transport-security"] == nil)
                #expect(answer["x-request-id"]?.isEmpty == false)
                #expect(answer["server"] == nil)
            }
        }
    }

    @Test(
        "what a page is made of is sent without a page's policy; what can show itself is not",
        arguments: [
            ("text/css", false), ("text/javascript; charset=utf-8", false), ("font/woff2", false), ("image/webp", false),
            ("image/svg+xml; charset=utf-8", true), ("text/html", true), ("application/json", true), ("application/octet-stream", true),
        ])
    func parts(type: String, hasPolicy: Bool) async throws {
        try await withSite { router in
            router.get("/") { _, _ in Response(status: .ok, headers: [.contentType: type]) }
        } body: { site async throws in
            let answer = try await site.get("/")
            #expect((answer["content-security-policy"] != nil) == hasPolicy)
            #expect((answer["permissions-policy"] != nil) == hasPolicy)
            #expect(answer["x-content-type-options"] == "nosniff")
            #expect(answer["cross-origin-resource-policy"] == "same-origin")
        }
    }

    @Test("a route may be stricter, and may say how long its answer is kept")
    func ownHeaders() async throws {
        try await withSite { router in
            router.get("/") { _, _ in
                Response(status: .ok, headers: [.contentSecurityPolicy: "default-src 'none'", .cacheControl: "no-store"])
            }
        } body: { site async throws in
            let answer = try await site.get("/")
            #expect(answer.headers.filter { $0.name == "content-security-policy" }.map(\.value) == ["default-src 'none'"])
            #expect(answer.headers.filter { $0.name == "cache-control" }.map(\.value) == ["no-store"])
        }
    }

    @Test(
        "another site cannot make a browser change something",
        arguments: [
            ([("sec-fetch-site", "same-origin")], 200),
            ([("sec-fetch-site", "none")], 200),
            ([("sec-fetch-site", "cross-site")], 403),
            ([("sec-fetch-site", "same-site")], 403),
            ([("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")], 200),
            ([("origin", "http://SELF")], 200),
            ([("origin", "https://SELF")], 200),
            ([("origin", "http://evil.example")], 403),
            ([("origin", "http://SELF.evil.example")], 403),
            ([("origin", "null")], 403),
            ([("origin", "")], 403),
            ([], 200),
        ] as [([(String, String)], Int)])
    func crossSite(headers: [(String, String)], status: Int) async throws {
        try await withSite { router in
            router.post("/change") { _, _ in "done" }
            router.get("/change") { _, _ in "seen" }
            router.delete("/change") { _, _ in "gone" }
        } body: { site async throws in
            let headers = headers.map { ($0.0, $0.1.replacing("SELF", with: "localhost:\(site.port)")) }
            #expect(try await site.post("/change", "", headers).status == status)
            #expect(try await site.send(.DELETE, "/change", headers).status == status)
            #expect(try await site.get("/change", headers).status == 200)
            #expect(try await site.send(.HEAD, "/change", headers).status == 200)
        }
    }

    @Test(
        "a redirect stays on this site",
        arguments: [
            ("/cart", "/cart"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"),
            ("/a\tb", "/"), ("", "/"), ("/orders?page=2", "/orders?page=2"), ("javascript:alert(1)", "/"),
        ])
    func redirects(path: String, target: String) {
        #expect(Response.localPath(path) == target)
    }

    @Test("a session cookie is closed to scripts and other sites, and bound to this host over TLS")
    func cookies() async throws {
        var options = WebServerOptions()
        options.trustedProxies = TrustedProxies([try #require(IPRange("127.0.0.0/8")), try #require(IPRange("::1"))])
        let cookie = SecretCookie("session", lifetime: .seconds(3_600))
        try await withSite(options) { router in
            router.get("/sign-in") { _, context in
                var response = Response.seeOther("/")
                cookie.set("abc-123_X", on: &response, context: context)
                return response
            }
            router.get("/who") { request, context in cookie.value(in: request, context: context) ?? "nobody" }
        } body: { site async throws in
            let plain = try await site.get("/sign-in")
            #expect(plain.status == 303)
            #expect(plain["set-cookie"] == "session=abc-123_X; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600")
            let proxied = [("x-forwarded-for", "192.0.2.7"), ("x-forwarded-proto", "https")]
            let secure = try await site.get("/sign-in", proxied)
            #expect(secure["set-cookie"] == "__Host-session=abc-123_X; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure")
            #expect(secure["strict-transport-security"] != nil)
            #expect(try await site.get("/who", [("cookie", "a=b; session=mine; c=d")]).body == "mine")
            #expect(try await site.get("/who", [("cookie", "xsession=mine; sessionx=no")]).body == "nobody")
            #expect(try await site.get("/who", proxied + [("cookie", "session=planted")]).body == "nobody")
            #expect(try await site.get("/who", proxied + [("cookie", "__Host-session=mine")]).body == "mine")
        }
    }
}
