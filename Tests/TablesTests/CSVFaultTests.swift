import Tables
import Testing

@Suite("Rows that cannot be read")
struct CSVFaultTests {
    @Test("a row with too few or too many cells is refused, and the next one is read")
    func cellCount() throws {
        let rows = try read("a,b\n1\n1,2\n1,2,3\n")
        #expect(rows.cells == [["1", "2"]])
        #expect(rows.faults.map(\.problem) == [.cells(found: 1, expected: 2), .cells(found: 3, expected: 2)])
        #expect(rows.faults.map(\.lines) == [2...2, 4...4])
    }

    @Test("bytes that are no UTF-8 are refused by the name of their column")
    func latin1() throws {
        let rows = try read(Array("id,name\n1,Caf".utf8) + [0xe9] + Array("\n2,Café\n".utf8))
        #expect(rows.cells == [["2", "Café"]])
        #expect(rows.faults.map(\.problem) == [.notText(column: 1)])
        #expect(rows.faults.map(\.field) == ["name"])
    }

    @Test("broken UTF-8 on both sides of a separator does not pass as whole")
    func splitCharacter() throws {
        let rows = try read(Array("a,b\n".utf8) + [0xc3, UInt8(ascii: ","), 0xa9, UInt8(ascii: "\n")])
        #expect(rows.faults.map(\.problem) == [.notText(column: 0)])
    }

    @Test("a zero byte is no text")
    func zeroByte() throws {
        let rows = try read(Array("a,b\n1,x".utf8) + [0] + Array("\n2,y\n".utf8))
        #expect(rows.cells == [["2", "y"]])
        #expect(rows.faults.map(\.problem) == [.notText(column: 1)])
    }

    @Test("a 5 MB cell is skipped without being kept, and the rows behind it are read", arguments: ["\"", ""])
    func longCell(quote: String) throws {
        let long = quote + String(repeating: "x", count: 5_000_000) + quote
        let rows = try read("a,b\n1,2\n1,\(long)\n3,4\n", chunks: 1 << 18)
        #expect(rows.cells == [["1", "2"], ["3", "4"]])
        #expect(rows.faults.map(\.problem) == [.cellTooLong(column: 1, limit: 1_000_000)])
        #expect(rows.faults.map(\.lines) == [3...3])
    }

    @Test("a row of ever more cells is refused")
    func longRecord() throws {
        let rows = try read("a,b\n" + String(repeating: ",", count: 20_000) + "\n3,4\n")
        #expect(rows.cells == [["3", "4"]])
        #expect(rows.faults.map(\.problem) == [.recordTooLong])
    }

    @Test("text behind a closing quote spoils its own row only")
    func textBehindQuote() throws {
        let rows = try read("a,b\n\"1\"x,2\n3,4\n")
        #expect(rows.cells == [["3", "4"]])
        #expect(rows.faults.map(\.problem) == [.textBehindQuote(column: 0)])
    }

    @Test("a file cut in the middle of a quoted cell keeps what came before", arguments: [1, 64])
    func cut(chunk size: Int) throws {
        let rows = try read("a,b\n1,2\n3,\"and then\nnothing", chunks: size)
        #expect(rows.cells == [["1", "2"]])
        #expect(rows.faults.map(\.problem) == [.unterminatedQuote(column: 1)])
        #expect(rows.faults.map(\.lines) == [3...4])
    }
}
