import Essentials
import HTTPTypes
import Hummingbird
import Logging
import Synchronization
import Testing

@testable import Web

private struct Short: Refusal {
    let code = "stock.short"
    let field: String? = "quantity"
    let sentence: Sentence = "Only <2> are left."
    let kind = RefusalKind.conflict
}

private struct Down: Refusal {
    let code = "down"
    let sentence: Sentence = "Down."
    let kind: RefusalKind
}

private struct Broken: Error {}

@Suite("saying no")
struct ProblemTests {
    @Test("a program gets a problem by RFC 9457")
    func json() async throws {
        try await withSite { router in
            router.get("/short") { _, _ -> String in throw Short() }
        } body: { site async throws in
            let answer = try await site.get("/short", [("accept", "application/json")])
            #expect(answer.status == 409)
            #expect(answer["content-type"] == "application/problem+json")
            let id = try #require(answer["x-request-id"])
            #expect(
                answer.body == """
                    {"code":"stock.short","detail":"Only <2> are left.","field":"quantity","instance":"urn:seam:request:\(id)",\
                    "status":409,"title":"Conflict","type":"urn:seam:problem:stock.short"}
                    """)
        }
    }

    @Test("several wrong things are told at once, what is down is worth another try, and our own faults tell nothing")
    func several() async throws {
        try await withSite { router in
            router.get("/both") { _, _ -> String in
                try Refusals.check([Short(), Down(kind: .invalid)])
                return ""
            }
            router.get("/down") { _, _ -> String in throw Down(kind: .unavailable) }
            router.get("/fault") { _, _ -> String in throw Down(kind: .fault) }
        } body: { site async throws in
            let json = [("accept", "application/json")]
            let both = try await site.get("/both", json)
            #expect(both.status == 409)
            #expect(
                both.body.contains(
                    """
                    "errors":[{"code":"stock.short","detail":"Only <2> are left.","field":"quantity"},{"code":"down","detail":"Down."}]
                    """))
            let down = try await site.get("/down", json)
            #expect(down.status == 503)
            #expect(down["retry-after"] == "30")
            let fault = try await site.get("/fault", json)
            #expect(fault.status == 500)
            #expect(!fault.body.contains("Down"))
            #expect(fault.body.contains(try #require(fault["x-request-id"])))
        }
    }

    @Test("a person gets the page of the surface, or a plain one when that fails")
    func html() async throws {
        var options = WebServerOptions()
        options.errorPages = ErrorPages([
            "/": ErrorPage { problem, _ in ByteBuffer(string: "shop: \(problem.code)") },
            "/desk": ErrorPage { problem, _ in ByteBuffer(string: "desk: \(problem.code)") },
            "/till": ErrorPage { _, _ in throw Broken() },
        ])
        try await withSite(options) { router in
            router.get("/short") { _, _ -> String in throw Short() }
            router.get("/desk/short") { _, _ -> String in throw Short() }
        } body: { site async throws in
            let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")]
            #expect(try await site.get("/short", browser).body == "shop: stock.short")
            #expect(try await site.get("/desk/short", browser).body == "desk: stock.short")
            #expect(try await site.get("/desk/nowhere", browser).body == "desk: http.not_found")
            #expect(try await site.get("/desks", browser).body == "shop: http.not_found")
            let plain = try await site.get("/till/nowhere", browser)
            #expect(plain.status == 404)
            #expect(plain.body.contains("There is no such page."))
        }
    }

    @Test("a refusal's words are shown as text, never as markup")
    func escaped() async throws {
        try await withSite { router in
            router.get("/short") { _, _ -> String in throw Short() }
        } body: { site async throws in
            #expect(try await site.get("/short").body.contains("Only &lt;2&gt; are left."))
        }
    }

    @Test("a fault of ours tells only its number, and the log has the rest under that number")
    func faults() async throws {
        let log = RecordedLog()
        try await withSite(logger: log.logger) { router in
            router.get("/order/{secret}") { _, _ -> String in throw Broken() }
        } body: { site async throws in
            let answer = try await site.get("/order/s3cr3t?token=t0ken", [("cookie", "session=c00kie")])
            #expect(answer.status == 500)
            let id = try #require(answer["x-request-id"])
            #expect(answer.body.contains(id))
            #expect(!answer.body.contains("Broken"))
            #expect(log.lines.contains { $0.contains("Broken") && $0.contains(id) && $0.contains("/order/{secret}") })
            for secret in ["s3cr3t", "t0ken", "c00kie"] {
                #expect(!log.lines.contains { $0.contains(secret) })
            }
        }
    }

    @Test(
        "kinds of refusal have their status",
        arguments: [
            (RefusalKind.invalid, 422), (.notFound, 404), (.conflict, 409), (.unauthenticated, 401), (.forbidden, 403),
            (.payment, 402), (.tooMany, 429), (.unavailable, 503),
        ])
    func statuses(kind: RefusalKind, status: Int) {
        #expect(kind.status.code == status)
    }
}

/// Keeps what is logged.
final class RecordedLog: Sendable {
    private let recorded = Mutex<[String]>([])

    var lines: [String] { recorded.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "recorded") { _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    struct Handler: LogHandler {
        let log: RecordedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.recorded.withLock { $0.append("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])") }
        }
    }
}
