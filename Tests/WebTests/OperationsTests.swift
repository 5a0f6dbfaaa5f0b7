import Hummingbird
import Metrics
import Synchronization
import Testing

@testable import Web

@Suite("running it")
struct OperationsTests {
    @Test("health, readiness and metrics tell how it goes")
    func operations() async throws {
        let reasons = Mutex<[String]>([])
        let meter = RequestMeter()
        let registry = MetricsRegistry()
        let operations = Operations(meter: meter, registry: registry) { reasons.withLock { $0 } }
        Counter(label: "orders.placed", dimensions: [("channel", "we\"b")], factory: registry).increment(by: 3)
        Timer(label: "sync", factory: registry).recordMilliseconds(20)
        Gauge(label: "followers.behind", factory: registry).record(7)

        try await withSite(meter: meter) { router in
            operations.addRoutes(to: router)
            router.get("/order/{secret}") { _, _ in "order" }
        } body: { site async throws in
            #expect(try await site.get("/health").body == "ok\n")
            #expect(try await site.get("/ready").status == 200)
            reasons.withLock { $0 = ["the database is being restored"] }
            let ready = try await site.get("/ready")
            #expect(ready.status == 503)
            #expect(ready.body == "the database is being restored\n")

            _ = try await site.get("/order/s3cr3t")
            let metrics = try await site.get("/metrics").body
            #expect(metrics.contains(#"seam_http_request_duration_seconds_count{route="/order/{secret}",method="GET",status="200"} 1"#))
            #expect(metrics.contains(#"orders_placed{channel="we\"b"} 3"#))
            #expect(metrics.contains(#"sync_seconds_bucket{le="0.05"} 1"#))
            #expect(metrics.contains("followers_behind 7"))
            #expect(metrics.contains("process_cpu_seconds_total "))
            #expect(!metrics.contains("s3cr3t"))
            #expect(try await site.get("/metrics", [("x-forwarded-for", "127.0.0.1")]).status == 404)
        }
    }

    @Test("figures are for this machine and for those who are named, whoever stands between")
    func watchers() async throws {
        let watchers = [try #require(IPRange("10.1.0.0/16")), try #require(IPRange("2001:db8::/32"))]
        func answers(trusting proxies: [String], _ headers: [(String, String)]) async throws -> Int {
            var options = WebServerOptions()
            options.trustedProxies = TrustedProxies(try proxies.map { try #require(IPRange($0)) })
            let status = Mutex(0)
            try await withSite(options) { router in
                Operations(meter: RequestMeter(), registry: MetricsRegistry(), watchers: watchers) { [] }.addRoutes(to: router)
            } body: { site async throws in
                let code = try await site.get("/metrics", headers).status
                status.withLock { $0 = code }
            }
            return status.withLock { $0 }
        }
        let local = ["127.0.0.0/8", "::1"]
        #expect(try await answers(trusting: [], []) == 200)
        #expect(try await answers(trusting: local, []) == 200)
        // Behind a proxy that is trusted: a watcher, a stranger, a stranger who writes a watcher in front of themselves.
        #expect(try await answers(trusting: local, [("x-forwarded-for", "10.1.2.3")]) == 200)
        #expect(try await answers(trusting: local, [("x-forwarded-for", "2001:db8::7")]) == 200)
        #expect(try await answers(trusting: local, [("x-forwarded-for", "192.0.2.7")]) == 404)
        #expect(try await answers(trusting: local, [("x-forwarded-for", "10.1.2.3, 192.0.2.7")]) == 404)
        #expect(try await answers(trusting: local, [("x-forwarded-for", "127.0.0.1")]) == 404)
        #expect(try await answers(trusting: local, [("x-forwarded-for", "nonsense")]) == 404)
        // Behind one that is not: nobody knows who asks, whatever they say.
        #expect(try await answers(trusting: [], [("x-forwarded-for", "10.1.2.3")]) == 404)
        #expect(try await answers(trusting: [], [("x-forwarded-host", "shop.example")]) == 404)
        #expect(try await answers(trusting: local, [("via", "1.1 proxy")]) == 404)
    }
}
