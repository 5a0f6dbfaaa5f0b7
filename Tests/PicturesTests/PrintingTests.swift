import Testing

@testable import Pictures

@Suite("A picture that somebody hands in")
struct PrintingTests {
    /// A GIF of one colour, written here by hand, so that no file has to lie beside the test. Its pixels are one run of
    /// clear codes: nothing is compressed.
    private static func paper(width: Int, height: Int) -> [UInt8] {
        func word(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
        var bytes: [UInt8] = Array("GIF89a".utf8) + word(width) + word(height) + [0x80, 0, 0, 0xC0, 0x40, 0x20, 0, 0, 0]
        bytes += [0x2C, 0, 0, 0, 0] + word(width) + word(height) + [0, 2]
        // Every pixel is code 0 after a clear code, three bits each: 4 0 4 0 … 5.
        var bits: [Bool] = []
        for _ in 0..<(width * height) { bits += [false, false, true, false, false, false] }
        bits += [true, false, true]
        var packed: [UInt8] = []
        for start in stride(from: 0, to: bits.count, by: 8) {
            packed.append((0..<8).reduce(0) { $0 | (start + $1 < bits.count && bits[start + $1] ? 1 << UInt8($1) : 0) })
        }
        for start in stride(from: 0, to: packed.count, by: 255) {
            let block = packed[start..<min(start + 255, packed.count)]
            bytes += [UInt8(block.count)] + block
        }
        return bytes + [0, 0x3B]
    }

    @Test("keeps its own size when it is small, and becomes WebP")
    func small() async throws {
        let printed = try await PicturePress().print(Self.paper(width: 200, height: 120))
        #expect(printed.prints.map(\.width) == [200])
        #expect(printed.prints.map(\.height) == [120])
        #expect(
            printed.prints.allSatisfy { $0.bytes.starts(with: Array("RIFF".utf8)) && $0.bytes[8..<12].elementsEqual(Array("WEBP".utf8)) })
    }

    @Test("comes in every size that pages ask for, and is never blown up")
    func wide() async throws {
        let printed = try await PicturePress().print(Self.paper(width: 700, height: 70))
        #expect(printed.prints.map(\.size) == [400, 800])
        #expect(printed.prints.map(\.width) == [400, 700])
        #expect(printed.prints.map(\.height) == [40, 70])
    }

    @Test("is refused when it is none, or broken")
    func refused() async throws {
        await #expect(throws: PictureRefusal.notAPicture) { try await PicturePress().print(Array("<svg/>".utf8)) }
        await #expect(throws: PictureRefusal.notAPicture) { try await PicturePress().print([]) }
        let torn = Array(Self.paper(width: 200, height: 120).prefix(14))
        await #expect(throws: PictureRefusal.self) { try await PicturePress().print(torn) }
    }
}
