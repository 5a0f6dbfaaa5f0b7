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
}
