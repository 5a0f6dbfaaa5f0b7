import Foundation
import Tables
import Testing

@Suite("Writing comma-separated values")
struct CSVWriterTests {
    @Test("what is written is read back as the same cells")
    func roundTrip() throws {
        let rows = [
            ["a", "b"], ["", ""], ["x,y", "say \"hi\""], ["one\ntwo", "one\r\ntwo"], [" spaces ", "=SUM(A1)"], ["\u{feff}mark", "ünï"],
        ]
        var bytes: [UInt8] = []
        var writer = CSVWriter { bytes += $0 }
        for row in rows { try writer.write(row) }
        try writer.flush()
        #expect(try read(bytes, chunks: 5).cells == Array(rows.dropFirst()))
    }

    @Test("an only cell that is empty is no empty line")
    func onlyCell() throws {
        var bytes: [UInt8] = []
        var writer = CSVWriter { bytes += $0 }
        for row in [["a"], [""], ["1"]] { try writer.write(row) }
        try writer.flush()
        #expect(try read(bytes).cells == [[""], ["1"]])
    }

    @Test("a file is written and read by its path")
    func file() throws {
        let path = NSTemporaryDirectory() + "tables-\(ProcessInfo.processInfo.processIdentifier).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var writer = try CSVWriter(path: path)
        try writer.write(["id"])
        for number in 0..<50_000 { try writer.write([String(number)]) }
        try writer.flush()

        var reader = try CSVReader(path: path)
        var count = 0
        while let row = try reader.next() {
            #expect(try row.get()[0] == String(count))
            count += 1
        }
        #expect(count == 50_000)
    }
}
