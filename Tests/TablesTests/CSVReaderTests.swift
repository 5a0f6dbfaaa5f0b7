import Tables
import Testing

@Suite("Reading comma-separated values")
struct CSVReaderTests {
    @Test("quotes hold commas, doubled quotes and line breaks", arguments: [1, 2, 3, 7, 4_096])
    func quotes(chunk size: Int) throws {
        let rows = try read("name,note\r\n\"Lamp, brass\",\"says \"\"hi\"\"\"\r\nChair,\"two\r\nlines\"\r\n", chunks: size)
        #expect(rows.cells == [["Lamp, brass", "says \"hi\""], ["Chair", "two\r\nlines"]])
        #expect(rows.lines == [2, 3])
    }

    @Test("every kind of line break ends a row, and line numbers count what an editor shows", arguments: ["\n", "\r\n", "\r"], [1, 2, 64])
    func lineBreaks(lineBreak: String, chunk size: Int) throws {
        let text = ["a,b", "1,\"x", "y\"", "", "2,z", "3,"].joined(separator: lineBreak)
        let rows = try read(text, chunks: size)
        #expect(rows.cells == [["1", "x\(lineBreak)y"], ["2", "z"], ["3", ""]])
        #expect(rows.lines == [2, 5, 6])
    }

    @Test("a byte order mark is no part of the first column's name", arguments: [1, 2, 64])
    func byteOrderMark(chunk size: Int) throws {
        let rows = try read("\u{feff}\"id\",name\n1,Lamp\n", chunks: size)
        #expect(rows.header.names == ["id", "name"])
        #expect(rows.cells == [["1", "Lamp"]])
    }

    @Test("a first cell that only begins like a byte order mark is kept", arguments: [1, 64])
    func almostByteOrderMark(chunk size: Int) throws {
        #expect(try read("\u{ff48}andle,b\n1,2\n", chunks: size).header.names == ["ｈandle", "b"])
    }

    @Test("a quote inside a bare cell is only a quote")
    func inchMark() throws {
        #expect(try read("size,kind\n24\",TV\n").cells == [["24\"", "TV"]])
    }

    @Test("the last row needs no line break, and may end in an empty cell")
    func lastRow() throws {
        #expect(try read("a,b\n1,2\n3,").cells == [["1", "2"], ["3", ""]])
    }

    @Test("columns are found whatever their case and the spaces around them")
    func header() throws {
        let header = try read("Handle , TITLE,x,x\n").header
        #expect(try header.column("handle").position == 0)
        #expect(try header.column("Title").name == "TITLE")
        #expect(try header.optionalColumn("price") == nil)
        #expect(throws: TableRefusal.missingColumns(["price", "sku"])) { try header.require(["title", "price", "sku"]) }
        #expect(throws: TableRefusal.repeatedColumn("x")) { try header.column("x") }
    }

    @Test("another separator can be chosen")
    func semicolons() throws {
        var reader = try CSVReader(separator: UInt8(ascii: ";"), chunks: source(of: Array("a;b\n1,5;2\n".utf8), chunks: 64))
        #expect(try reader.next()?.get().cells == ["1,5", "2"])
    }

    @Test("a file without a first line, or in UTF-16, is refused as a whole")
    func hopeless() throws {
        #expect(throws: TableRefusal.empty) { try read("") }
        #expect(throws: TableRefusal.empty) { try read("\u{feff}\n\n") }
        let utf16: [UInt8] = [0xff, 0xfe, 0x61, 0, 0x0a, 0]
        #expect(throws: TableRefusal.encoding) { try CSVReader(chunks: source(of: utf16, chunks: 64)) }
        #expect(throws: TableRefusal.unreadable("/nowhere/at/all.csv")) { try CSVReader(path: "/nowhere/at/all.csv") }
    }
}
