import Tables
import Testing

@Suite("The report of an import")
struct ImportReportTests {
    @Test("it keeps the first refusals and counts them all")
    func bounded() {
        var report = ImportReport(keeping: 2)
        report.rowsRead = 5
        report.created = 2
        for line in 2...4 { report.refuse(line: line, column: "price", reason: "A price is not negative.") }
        #expect(report.refusedCount == 3)
        #expect(report.refused.map(\.line) == [2, 3])
        #expect(
            report.text == """
                5 rows read: 2 created, 0 updated, 0 unchanged, 3 refused.
                  line 2, price: A price is not negative.
                  line 3, price: A price is not negative.
                  … and 1 more.
                """)
    }

    @Test("a row over several lines is named by its first and last")
    func spanning() throws {
        var report = ImportReport()
        for fault in try read("a,b\n1,\"never\ncloses").faults { report.refuse(fault) }
        #expect(report.refused.map(\.line) == [2])
        #expect(report.refused.first?.column == "b")
        #expect(report.refused.first?.reason.description.hasSuffix("The row goes on to line 3.") == true)
    }
}
