import Foundation
import Testing

@testable import Bench

@Suite("The report")
struct ReportTests {
    private var report: BenchReport {
        let tally = Tally(warmUp: .zero, window: .seconds(2), from: Tick(nanoseconds: 0))
        let request = Request(step: "product page", bytes: [])
        for position in 0..<1_000 {
            let sent = Tick(nanoseconds: Int64(position) * 1_000_000)
            let now = sent + .milliseconds(position % 20)
            tally.record(request, sent: sent, at: now)
            tally.finishJob(at: now)
        }
        tally.fail("product page: 500")
        let use = Figure.Use(serverCPUSeconds: 1.25, serverMemoryBytes: 200 << 20, clientMicrosecondsPerRequest: 12.5)
        var figure = Figure(.productPage, of: tally, clients: 32, use: use)
        let limit = Limit(name: "empty answers", rate: 1_000, detail: "GET /health")
        figure.compare(with: limit)
        figure.isReached = false
        var report = BenchReport(machine: .current)
        report.limits = [limit]
        report.figures = [figure, Figure(.memory, measured: "210 MB", isReached: true)]
        return report
    }

    @Test("puts what was asked beside what was measured, and what it cost below")
    func table() throws {
        let lines = report.table.split(separator: "\n").map(String.init)
        let row = try #require(lines.first { $0.contains(BenchRow.productPage.title) })
        #expect(row.contains("≥ 8,000/s, p99 < 20 ms   500/s, p99 19 ms"))
        #expect(row.hasSuffix("not reached"))
        let costs = try #require(lines.first { $0.hasPrefix("  product-page ") })
        #expect(costs.contains("1.25") && costs.contains("200") && costs.contains("12.5"))
        #expect(costs.hasSuffix("50% empty answers"))
        #expect(lines.contains("  product-page: 1 × product page: 500"))
    }

    @Test("says when a row could not be measured and when the database is not sound any more, and is not reached then")
    func failures() {
        var report = BenchReport(machine: .current)
        report.figures = [Figure(.importing, failed: BenchFault.tooSlow("the import"))]
        #expect(!report.isReached)
        #expect(report.table.contains("import: gave up waiting: the import"))
        report.figures = []
        #expect(report.isReached)
        report.unsound = "an account that does not add up"
        #expect(!report.isReached)
        #expect(report.table.contains("an account that does not add up"))
    }

    @Test("as JSON holds everything")
    func json() throws {
        let copy = try JSONDecoder().decode(BenchReport.self, from: report.json)
        #expect(copy.table == report.table)
        #expect(copy.figures[0].steps["product page"]?.count == 1_000)
        #expect(!copy.isReached)
    }

    @Test("counts a request only when it began and ended in the window")
    func window() {
        let tally = Tally(warmUp: .seconds(1), window: .seconds(1), from: Tick(nanoseconds: 0))
        let request = Request(step: "page", bytes: [])
        for (sent, answered) in [(0.5, 0.9), (0.9, 1.1), (1.1, 1.2), (1.9, 2.1), (2.1, 2.2)] {
            tally.record(request, sent: Tick(nanoseconds: Int64(sent * 1e9)), at: Tick(nanoseconds: Int64(answered * 1e9)))
        }
        #expect(tally.requests.count == 1)
    }

    @Test(
        "writes figures as people do",
        arguments: zip([19_406, 999, 1_000, 1_234_567, -1_000.0], ["19,406", "999", "1,000", "1,234,567", "-1,000"]))
    func grouping(number: Double, text: String) {
        #expect(number.grouped == text)
    }
}
