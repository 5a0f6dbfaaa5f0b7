import Essentials
import Hummingbird
import Synchronization
import TestKit
import Testing

@testable import Web

@Suite("pages that are kept")
struct PageCacheTests {
    private func page(_ text: String, _ subjects: Set<UInt128> = []) -> RenderedPage {
        RenderedPage(ByteBuffer(string: text), showing: subjects)
    }

    private func text(_ page: KeptPage) async -> String {
        let request = Request(
            head: .init(method: .get, scheme: "http", authority: "localhost", path: "/"), body: RequestBody(buffer: ByteBuffer()))
        let body = Collector()
        try? await page.response(to: request).body.write(body)
        return body.text.withLock { $0 }
    }

    @Test("a page is rendered once, until a fact about something that it shows")
    func invalidation() async throws {
        let cache = PageCache(byteLimit: 1_000_000)
        let count = Shared(0)
        func lamp() async throws -> String {
            let lamp = try await cache.page("/lamp") {
                let number = count.change { count in
                    count += 1
                    return count
                }
                return page("lamp \(number)", [1, 2])
            }
            return await text(lamp)
        }
        #expect(try await lamp() == "lamp 1")
        #expect(try await lamp() == "lamp 1")
        cache.invalidate([3])
        #expect(try await lamp() == "lamp 1")
        cache.invalidate([9, 2])
        #expect(try await lamp() == "lamp 2")
        cache.invalidateAll()
        #expect(try await lamp() == "lamp 3")
        #expect(cache.figures.pages == 1)
    }

    @Test("a page that speaks of today is rendered anew once it is over, without any fact")
    func end() async throws {
        let clock = TestClock()
        let cache = PageCache(byteLimit: 1_000_000, clock: clock.clock)
        let count = Shared(0)
        func hours() async throws -> String {
            let page = try await cache.page("/hours") {
                let number = count.change { count in
                    count += 1
                    return count
                }
                return RenderedPage(ByteBuffer(string: "open \(number)"), showing: [], until: clock.clock.now + .minutes(10))
            }
            return await text(page)
        }
        #expect(try await hours() == "open 1")
        clock.advance(by: .minutes(9))
        #expect(try await hours() == "open 1")
        clock.advance(by: .minutes(1))
        #expect(try await hours() == "open 2")
        #expect(cache.figures.pages == 1)
    }

    @Test("a burst renders once")
    func singleFlight() async throws {
        let cache = PageCache(byteLimit: 1_000_000)
        let count = Shared(0)
        let (opened, open) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await text(
                        try await cache.page("/lamp") {
                            count.change { $0 += 1 }
                            _ = await opened.first { _ in true }
                            return page("lamp")
                        })
                }
            }
            open.yield()
            for try await text in group { #expect(text == "lamp") }
        }
        #expect(count.value == 1)
    }

    @Test("a fact that comes while its page is being rendered leaves no old page behind, and nobody who came later sees it")
    func staleFlight() async throws {
        let cache = PageCache(byteLimit: 1_000_000)
        let stock = Shared(5)
        let (reading, hasRead) = AsyncStream<Void>.makeStream()
        let (going, goOn) = AsyncStream<Void>.makeStream()
        async let early = cache.page("/lamp") {
            let seen = stock.value
            hasRead.yield()
            _ = await going.first { _ in true }
            return page("\(seen)", [1])
        }
        _ = await reading.first { _ in true }
        stock.change { $0 = 4 }
        cache.invalidate([1])
        async let late = cache.page("/lamp") { page("\(stock.value)", [1]) }
        try await eventually { cache.waiting(for: "/lamp") == 1 }
        goOn.yield()
        #expect(await text(try await early) == "5")
        #expect(await text(try await late) == "4")
        let after = try await cache.page("/lamp") { page("never", [1]) }
        #expect(await text(after) == "4")
    }

    @Test("whatever is sold in whatever order, a page that is kept shows the latest", arguments: 1...20)
    func property(seed: UInt64) async throws {
        let cache = PageCache(byteLimit: 30_000)
        let stock = Shared([Int](repeating: 0, count: 20))
        let told = Shared([Int](repeating: 0, count: 20))
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    var dice = Randomness.seeded(seed * 10 + UInt64(worker))
                    for _ in 0..<150 {
                        let product = Int.random(in: 0..<20, using: &dice)
                        if Bool.random(using: &dice) {
                            let sold = stock.change { stock in
                                stock[product] += 1
                                return stock[product]
                            }
                            cache.invalidate([UInt128(product)])
                            told.change { $0[product] = max($0[product], sold) }
                        } else {
                            let before = told.value[product]
                            let shown = try? await cache.page("/\(product)") {
                                let seen = stock.value[product]
                                await Task.yield()
                                return page("\(seen)", [UInt128(product)])
                            }
                            guard let shown else { continue }
                            let number = Int(await text(shown)) ?? -1
                            #expect(number >= before, "product \(product), seed \(seed)")
                        }
                    }
                }
            }
        }
        #expect(cache.figures.bytes <= 30_000)
        for product in 0..<20 {
            let shown = try await cache.page("/\(product)") { page("\(stock.value[product])", [UInt128(product)]) }
            #expect(await text(shown) == "\(stock.value[product])")
        }
    }

    @Test("memory is bounded, and what is asked for often stays")
    func bounded() async throws {
        let cache = PageCache(byteLimit: 100_000)
        let body = String(repeating: "x", count: 1_000)
        let renders = Shared(0)
        for number in 0..<1_000 {
            _ = try await cache.page("/\(number)") { page(body, [UInt128(number)]) }
            _ = try await cache.page("/favourite") {
                renders.change { $0 += 1 }
                return page(body)
            }
            #expect(cache.figures.bytes <= 100_000)
        }
        #expect(renders.value == 1)
        _ = try await cache.page("/huge") {
            page(String((0..<90_000).map { _ in UInt8.random(in: 33...126) }.map { Character(Unicode.Scalar($0)) }))
        }
        #expect(cache.figures.bytes <= 100_000)
        #expect(cache.figures.pages > 10)
        cache.invalidate((0..<1_000).map { UInt128($0) })
        #expect(cache.figures.pages == 1)
    }

    @Test("a page that fails is not kept, and everybody who waited learns why")
    func failures() async throws {
        let cache = PageCache(byteLimit: 100_000)
        await #expect(throws: FormRefusal.malformed) { try await cache.page("/") { throw FormRefusal.malformed } }
        #expect(await text(try await cache.page("/") { page("well") }) == "well")
    }

    @Test("somebody who gives up does not take the page from those who wait")
    func cancelled() async throws {
        let cache = PageCache(byteLimit: 100_000)
        let (reading, hasRead) = AsyncStream<Void>.makeStream()
        let (never, ending) = AsyncStream<Void>.makeStream()
        let leader = Task {
            try await cache.page("/") {
                hasRead.yield()
                for await _ in never {}
                try Task.checkCancellation()
                return page("never")
            }
        }
        _ = await reading.first { _ in true }
        async let follower = cache.page("/") { page("mine") }
        try await eventually { cache.waiting(for: "/") == 1 }
        leader.cancel()
        defer { ending.finish() }
        #expect(await text(try await follower) == "mine")
    }

    @Test("personal holes are filled for one, and keep their standard for the others")
    func holes() async throws {
        let cache = PageCache(byteLimit: 100_000)
        let hole = PersonalHole("cart", standard: "<b>0</b>")
        try await withSite { router in
            router.get("/") { request, _ in
                let kept = try await cache.page("/") {
                    page("<p>a\(hole.renderText)b\(PersonalHole("name").renderText)c<!--hole x cart--></p>")
                }
                guard let count = request.cookie("cart") else { return kept.response(to: request) }
                return kept.response(to: request, filling: ["cart": ByteBuffer(string: "<b>\(count)</b>")])
            }
        } body: { site async throws in
            let shared = try await site.get("/")
            #expect(shared.body == "<p>a<b>0</b>bc<!--hole x cart--></p>")
            let tag = try #require(shared["etag"])
            #expect(shared["cache-control"] == "private, no-cache")
            let again = try await site.get("/", [("if-none-match", tag)])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            let personal = try await site.get("/", [("cookie", "cart=3"), ("if-none-match", tag)])
            #expect(personal.status == 200)
            #expect(personal.body == "<p>a<b>3</b>bc<!--hole x cart--></p>")
            let own = try #require(personal["etag"])
            #expect(try await site.get("/", [("cookie", "cart=3"), ("if-none-match", own)]).status == 304)
            #expect(try await site.get("/", [("cookie", "cart=4"), ("if-none-match", own)]).body.contains("<b>4</b>"))
            #expect(try await site.get("/", [("if-none-match", own)]).status == 200)
            let head = try await site.send(.HEAD, "/", [("accept-encoding", "identity")])
            #expect(head["content-length"] == String(shared.body.utf8.count))
        }
    }

    @Test("a page is compressed for who takes it, and the same for who does not")
    func compressed() async throws {
        let cache = PageCache(byteLimit: 1_000_000)
        let text = (0..<500).map { "<li>lamp \($0)</li>" }.joined()
        try await withSite { router in
            router.get("/") { request, _ in try await cache.page("/") { page(text) }.response(to: request) }
        } body: { site async throws in
            let plain = try await site.get("/", [("accept-encoding", "identity")])
            #expect(plain.body == text)
            #expect(plain["content-encoding"] == nil)
            #expect(plain["vary"] == "Accept-Encoding, Accept-Language, Cookie")
            for accepted in ["gzip", "br, gzip;q=0.5", "*"] {
                let small = try await site.get("/", [("accept-encoding", accepted)])
                #expect(small["content-encoding"] == "gzip")
                #expect(Int(small["content-length"] ?? "") ?? .max < text.utf8.count / 3)
                #expect(small["etag"] == plain["etag"])
                #expect(small.body == text, "the client unpacks it")
            }
            for refused in ["gzip;q=0", "br", "identity"] {
                #expect(try await site.get("/", [("accept-encoding", refused)])["content-encoding"] == nil)
            }
        }
    }
}

/// Collects what a response writes.
private final class Collector: ResponseBodyWriter, Sendable {
    let text = Mutex("")

    func write(_ buffer: ByteBuffer) async throws { text.withLock { $0 += String(buffer: buffer) } }
    func finish(_: HTTPFields?) async throws {}
}
