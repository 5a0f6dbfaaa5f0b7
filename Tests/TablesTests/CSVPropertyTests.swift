import Essentials
import Tables
import Testing

@Suite("Any bytes at all")
struct CSVPropertyTests {
    @Test("are read the same, in whatever pieces they arrive", arguments: [1, 2, 3, 4] as [UInt64])
    func pieces(seed: UInt64) throws {
        var dice = Randomness.seeded(seed)
        let alphabet: [UInt8] = Array("\"\",,\r\n\nab ".utf8) + [0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0]
        for round in 0..<500 {
            let length = Int.random(in: 1...40, using: &dice)
            let bytes = Array("h,i\n".utf8) + (0..<length).map { _ in alphabet.randomElement(using: &dice) ?? 0 }
            let whole = try read(bytes, chunks: bytes.count)
            for size in 1...3 {
                let pieces = try read(bytes, chunks: size)
                #expect(pieces.cells == whole.cells && pieces.lines == whole.lines, "seed \(seed), round \(round): \(bytes)")
                #expect(pieces.faults == whole.faults, "seed \(seed), round \(round): \(bytes)")
            }
        }
    }

    @Test("that a table holds are written and read back", arguments: [1, 2, 3, 4] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var dice = Randomness.seeded(seed)
        let alphabet: [Character] = ["\"", ",", "\r", "\n", "\r\n", "a", " ", "é", "\u{feff}", "😀"]
        for round in 0..<200 {
            let width = Int.random(in: 1...4, using: &dice)
            let rows = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                (0..<width).map { _ in
                    String((0..<Int.random(in: 0...5, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "a" })
                }
            }
            var bytes: [UInt8] = []
            var writer = CSVWriter { bytes += $0 }
            try writer.write((0..<width).map { "column \($0)" })
            for row in rows { try writer.write(row) }
            try writer.flush()
            #expect(try read(bytes, chunks: 7).cells == rows, "seed \(seed), round \(round): \(rows)")
        }
    }
}
