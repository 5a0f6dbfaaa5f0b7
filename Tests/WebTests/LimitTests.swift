import Essentials
import Hummingbird
import Synchronization
import Testing

@testable import Web

@Suite("what the server puts up with")
struct LimitTests {
    private static func tight() -> WebServerOptions {
        var options = WebServerOptions()
        options.bodyLimit = 1_000
        options.idleTimeout = .seconds(1)
        options.bodyTimeout = .seconds(1)
        return options
    }

    @Test("a body above the limit is refused with 413, announced or not")
    func tooLarge() async throws {
        try await withSite(Self.tight()) { router in
            router.post("/form") { request, _ in
                let form = try await request.form(upTo: 500)
                return form.typed("a").count.description
            }
        } body: { site async throws in
            #expect(try await site.post("/form", "a=" + String(repeating: "x", count: 400)).body == "400")
            #expect(try await site.post("/form", "a=" + String(repeating: "x", count: 700)).status == 413)
            #expect(try await site.post("/form", "a=" + String(repeating: "x", count: 5_000)).status == 413)
            let chunked = try await RawClient.exchange(
                port: site.port,
                """
                POST /form HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\
                content-type: application/x-www-form-urlencoded\r\nconnection: close\r\n\r\n\
                2bc\r\n\(String(repeating: "x", count: 700))\r\n0\r\n\r\n
                """)
            #expect(chunked.hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test(
        "a head that never ends, a body that trickles and an idle connection are closed",
        arguments: [
            "GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ",
            "POST /form HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\na",
            "",
        ])
    func slow(start: String) async throws {
        try await withSite(Self.tight()) { router in
            router.post("/form") { request, _ in
                _ = try await request.body.collect(upTo: 1_000)
                return "read"
            }
        } body: { site async throws in
            let answer = try await RawClient.exchange(port: site.port, start)
            #expect(!answer.contains("200"))
        }
    }

    @Test("a body that never stops is cut off")
    func endless() async throws {
        try await withSite(Self.tight()) { router in
            router.post("/ignore") { _, _ in "ignored" }
        } body: { site async throws in
            let chunk = "400\r\n" + String(repeating: "x", count: 0x400) + "\r\n"
            let start = "POST /ignore HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n"
            _ = try await RawClient.exchange(port: site.port, start + String(repeating: chunk, count: 500))
        }
    }

    @Test("nonsense instead of HTTP gets 400", arguments: ["\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"])
    func nonsense(text: String) async throws {
        try await withSite(WebServerOptions()) { router in
            router.get("/") { _, _ in "hello" }
        } body: { site async throws in
            let answer = try await RawClient.exchange(port: site.port, text)
            #expect(answer.hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test("a limit lets a burst through, then one at a time, and says how long to wait")
    func rate() throws {
        let now = Mutex(Instant(microseconds: 0))
        let held = Clock { now.withLock { $0 } }
        let limiter = RateLimiter(burst: 3, every: .seconds(10), clock: held)
        let key = RateKey("sign-in", from: IPAddress("192.0.2.1"))
        for _ in 1...3 { try limiter.take(key) }
        let refusal = #expect(throws: RateRefusal.self) { try limiter.take(key) }
        #expect(refusal?.retryAfter == .seconds(10))
        try limiter.take(RateKey("sign-in", from: IPAddress("192.0.2.2")))
        now.withLock { $0 = $0 + .seconds(10) }
        try limiter.take(key)
        #expect(throws: RateRefusal.self) { try limiter.take(key) }
        limiter.forget(key)
        try limiter.take(key)
    }

    @Test("a limiter's memory is bounded, whoever comes")
    func bounded() throws {
        let limiter = RateLimiter(burst: 1, every: .seconds(1_000), capacity: 100, clock: Clock { Instant(microseconds: 5) })
        for number in 0..<10_000 { try limiter.take(RateKey("x", of: UInt128(number))) }
        #expect(limiter.count <= 100)
    }

    @Test("a route with a limit answers 429 and when to come again")
    func limitedRoute() async throws {
        let limiter = RateLimiter(burst: 2, every: .seconds(30), clock: .system)
        try await withSite { router in
            router.group("/sign-in").add(middleware: RateLimit(limiter)).post { _, _ in "in" }
        } body: { site async throws in
            #expect(try await site.post("/sign-in").status == 200)
            #expect(try await site.post("/sign-in").status == 200)
            let refused = try await site.post("/sign-in")
            #expect(refused.status == 429)
            // The time that has passed since then counts.
            #expect((1...30).contains(Int(try #require(refused["retry-after"])) ?? 0))
        }
    }
}
