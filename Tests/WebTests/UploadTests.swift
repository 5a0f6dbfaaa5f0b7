import Testing

@testable import Web

@Suite("A form that brings files")
struct UploadTests {
    private static let type = "multipart/form-data; boundary=----seam"

    private static func form(_ parts: [(head: String, body: String)]) -> [UInt8] {
        Array(parts.map { "------seam\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.body)\r\n" }.joined().utf8)
            + Array("------seam--\r\n".utf8)
    }

    /// Name, file and content of each part, whatever the pieces in which the bytes come.
    private static func parts(_ bytes: [UInt8], by size: Int) throws -> (parts: [[String]], isOver: Bool) {
        var scanner = try #require(MultipartScanner(contentType: type))
        var parts: [[String]] = []
        var content: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            try scanner.scan(bytes[start..<min(start + size, bytes.count)]) { event in
                switch event {
                case .begin(let name, let file): parts.append([name, file ?? "-"])
                case .bytes(let piece): content += piece
                case .end:
                    parts[parts.count - 1].append(String(decoding: content, as: UTF8.self))
                    content = []
                }
            }
        }
        return (parts, scanner.isOver)
    }

    @Test("is read alike in whatever pieces it comes", arguments: [1, 2, 3, 7, 50, 10_000])
    func pieces(size: Int) throws {
        let bytes = Self.form([
            ("name=\"alt\"", "A cup\r\n--and a saucer"),
            ("name=\"picture\"; filename=\"a %22b%22.jpg\"\r\nContent-Type: image/jpeg", "\r\n-x\r\n"),
            ("name=\"empty\"; filename=\"\"", ""),
        ])
        let (parts, isOver) = try Self.parts(bytes, by: size)
        #expect(parts == [["alt", "-", "A cup\r\n--and a saucer"], ["picture", "a \"b\".jpg", "\r\n-x\r\n"], ["empty", "", ""]])
        #expect(isOver)
    }

    @Test("that is cut off is not over, and one without names is refused")
    func broken() throws {
        let bytes = Self.form([("name=\"alt\"", "A cup")])
        #expect(try Self.parts(Array(bytes.dropLast(20)), by: 5).isOver == false)
        #expect(throws: FormRefusal.malformed) { try Self.parts(Self.form([("filename=\"a\"", "x")]), by: 9) }
        #expect(MultipartScanner(contentType: "text/plain") == nil)
        #expect(MultipartScanner(contentType: "multipart/form-data") == nil)
    }

    @Test("may bring more where files are handed in, and no more elsewhere")
    func limits() {
        var options = WebServerOptions()
        options.uploads = ["/desk/pictures": 5_000_000]
        let limits = BodyLimits(options)
        #expect(limits.allowed(at: "/desk/pictures?product=1").bytes == 5_000_000)
        #expect(limits.allowed(at: "/desk/orders").bytes == options.bodyLimit)
        #expect(limits.allowed(at: nil).bytes == options.bodyLimit)
    }
}
