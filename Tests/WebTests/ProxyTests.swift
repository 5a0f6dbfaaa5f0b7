import Hummingbird
import Testing

@testable import Web

@Suite("who is asking")
struct ProxyTests {
    private func asked(trusting ranges: [String], _ headers: [(String, String)]) async throws -> String {
        var options = WebServerOptions()
        options.trustedProxies = TrustedProxies(try ranges.map { try #require(IPRange($0)) })
        let (answers, heard) = AsyncStream<String>.makeStream()
        try await withSite(options) { router in
            router.get("/") { _, context in
                let client = context.client
                let known = ["127.0.0.1", "::1", "192.0.2.7", "198.51.100.1", "10.0.0.9"].first { IPAddress($0) == client }
                return "\(known ?? "other") \(context.isSecure) \(context.host.hasPrefix("localhost") ? "localhost" : context.host)"
            }
        } body: { site async throws in
            heard.yield(try await site.get("/", headers).body)
        }
        return await answers.first { _ in true } ?? ""
    }

    @Test("a stranger's word about proxies is not believed")
    func untrusted() async throws {
        let headers = [("x-forwarded-for", "192.0.2.7"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "evil.example")]
        let answer = try await asked(trusting: ["10.0.0.0/8"], headers)
        #expect(answer == "127.0.0.1 false localhost" || answer == "::1 false localhost")
    }

    @Test("a trusted proxy says who is behind it, and nobody can write themselves in front of it")
    func trusted() async throws {
        let local = ["127.0.0.0/8", "::1", "10.0.0.0/8"]
        #expect(try await asked(trusting: local, [("x-forwarded-for", "192.0.2.7")]) == "192.0.2.7 false localhost")
        #expect(
            try await asked(
                trusting: local, [("x-forwarded-for", "198.51.100.1, 192.0.2.7, 10.0.0.9"), ("x-forwarded-proto", "https")])
                == "192.0.2.7 true localhost")
        #expect(
            try await asked(trusting: local, [("x-forwarded-for", "192.0.2.7:4711"), ("x-forwarded-host", "shop.example")])
                == "192.0.2.7 false shop.example")
        #expect(try await asked(trusting: local, [("x-forwarded-proto", "https")]).hasSuffix("true localhost"))
        #expect(try await asked(trusting: local, [("x-forwarded-for", "nonsense")]).hasSuffix("false localhost"))
    }

    @Test("addresses and ranges are read strictly")
    func ranges() throws {
        #expect(IPRange("10.0.0.0/33") == nil)
        #expect(IPRange("10.0.0/8") == nil)
        #expect(IPRange("::1/129") == nil)
        #expect(IPAddress("256.1.1.1") == nil)
        #expect(IPAddress("[2001:db8::1]:443") == IPAddress("2001:db8::1"))
        let ten = try #require(IPRange("10.0.0.0/8"))
        #expect(ten.contains(try #require(IPAddress("10.255.0.1"))))
        #expect(ten.contains(try #require(IPAddress("::ffff:10.1.2.3"))))
        #expect(!ten.contains(try #require(IPAddress("11.0.0.1"))))
        #expect(try #require(IPRange("::/0")).contains(try #require(IPAddress("192.0.2.1"))))
        let one = try #require(IPAddress("2001:db8::1")), two = try #require(IPAddress("2001:db8::2"))
        #expect(one.neighbourhood == two.neighbourhood)
    }

    @Test("the language is the one that the browser likes best among those on offer")
    func languages() {
        let offered = ["en", "de", "pt-BR"]
        #expect(LanguageChoice.best(of: offered, accepting: "de-CH, fr;q=0.9, en;q=0.8") == "de")
        #expect(LanguageChoice.best(of: offered, accepting: "fr, pt-br;q=0.5, en;q=0.4") == "pt-BR")
        #expect(LanguageChoice.best(of: offered, accepting: "fr") == "en")
        #expect(LanguageChoice.best(of: offered, accepting: nil) == "en")
        #expect(LanguageChoice.best(of: offered, accepting: "de;q=0, *") == "en")
    }
}
