import Testing

@testable import Bench

@Suite("An answer as it arrives")
struct AnswerParserTests {
    private func read(_ text: String, inPiecesOf size: Int, keepsBody: Bool = true) throws -> AnswerParser {
        var parser = AnswerParser(keepsBody: keepsBody)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { try parser.read($0) }
        }
        return parser
    }

    @Test("is read the same however it is cut", arguments: 1...40)
    func pieces(size: Int) throws {
        let text =
            "HTTP/1.1 303 See Other\r\nlocation: /checkout/abc\r\nSet-Cookie: cart=x1; Path=/; HttpOnly\r\n"
            + "set-cookie: seen=1\r\nContent-Length: 5\r\n\r\nhello"
        let parser = try read(text, inPiecesOf: size)
        #expect(parser.isComplete)
        #expect(parser.answer.status == 303)
        #expect(parser.answer.location == "/checkout/abc")
        #expect(parser.answer.cookies == ["cart=x1", "seen=1"])
        #expect(parser.answer.text == "hello")
        #expect(!parser.answer.closes)
    }

    @Test("in chunks is put together", arguments: 1...20)
    func chunks(size: Int) throws {
        let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1a;note=x\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n"
        let parser = try read(text, inPiecesOf: size)
        #expect(parser.isComplete)
        #expect(parser.answer.text == "helloabcdefghijklmnopqrstuvwxyz")
    }

    @Test("whose body nobody wants is counted and not kept")
    func unwanted() throws {
        let parser = try read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789", inPiecesOf: 4, keepsBody: false)
        #expect(parser.isComplete)
        #expect(parser.answer.bodyLength == 9)
        #expect(parser.answer.body.isEmpty)
    }

    @Test("without a body is whole after its head", arguments: ["204 No Content\r\n\r\n", "200 OK\r\nContent-Length: 0\r\n\r\n"])
    func empty(text: String) throws {
        #expect(try read("HTTP/1.1 " + text, inPiecesOf: 3).isComplete)
    }

    @Test("without a length ends with the connection")
    func untilClose() throws {
        var parser = try read("HTTP/1.1 200 OK\r\n\r\nall of this", inPiecesOf: 5)
        #expect(!parser.isComplete)
        try parser.readEnd()
        #expect(parser.isComplete)
        #expect(parser.answer.closes)
        #expect(parser.answer.text == "all of this")
    }

    @Test("that breaks off is refused")
    func brokenOff() throws {
        var parser = try read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1234", inPiecesOf: 50)
        #expect(throws: BenchFault.self) { try parser.readEnd() }
    }

    @Test("that is no HTTP is refused", arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 2x0 OK\r\n"])
    func foreign(text: String) {
        #expect(throws: BenchFault.self) { try read(text, inPiecesOf: 100) }
    }
}
