import Catalog
import Feed
import Inventory

/// What one `stock.moved` fact says of one variant, as far as pages care.
struct MovedStock: Equatable {
    let variant: Variant.ID
    /// The most units by which what can be sold may have shrunk.
    let leaving: Int64
    /// The most by which it may have grown.
    let arriving: Int64

    init(variant: Variant.ID, free: Int64, onHand: Int64) {
        self.variant = variant
        leaving = max(0, -free, -onHand)
        arriving = max(0, free, onHand)
    }

    /// The moves of a fact of that topic; none of any other.
    ///
    /// Facts arrive between a commit and its answer, thousands a second, so the body is read by its known shape (keys in
    /// alphabetical order, nothing between them); one of another shape is decoded as any JSON.
    static func all(in fact: RecordedFact) -> [MovedStock] {
        guard fact.topic == StockMoved.topic else { return [] }
        var reader = Reader(Array(fact.body.utf8))
        if let moves = reader.moves() { return moves }
        guard let moved = try? fact.decoded(as: StockMoved.self) else { return [] }
        return moved.moves.map { MovedStock(variant: $0.variant, free: $0.free, onHand: $0.onHand) }
    }

    private struct Reader {
        private static let start = Array("\"moves\":[".utf8)
        private static let free = Array("{\"free\":".utf8)
        private static let onHand = Array("\"onHand\":".utf8)
        private static let variant = Array("\"variant\":\"".utf8)

        private let bytes: [UInt8]
        private var place = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func moves() -> [MovedStock]? {
            guard find(Self.start) else { return nil }
            var moves: [MovedStock] = []
            while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
                guard bytes[place...].starts(with: Self.free) else { return nil }
                place += Self.free.count
                guard let free = number(), find(Self.onHand), let onHand = number(), find(Self.variant) else { return nil }
                guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\"")), end + 1 < bytes.count,
                    let variant = Variant.ID(String(decoding: bytes[place..<end], as: UTF8.self))
                else { return nil }
                moves.append(MovedStock(variant: variant, free: free, onHand: onHand))
                place = end + 2
                if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
            }
            return moves
        }

        /// Goes behind the next place where these bytes stand.
        private mutating func find(_ pattern: [UInt8]) -> Bool {
            while place + pattern.count <= bytes.count {
                if bytes[place] == pattern[0], bytes[place..<(place + pattern.count)].elementsEqual(pattern) {
                    place += pattern.count
                    return true
                }
                place += 1
            }
            return false
        }

        private mutating func number() -> Int64? {
            let end = bytes[place...].firstIndex { $0 != UInt8(ascii: "-") && !(48...57).contains($0) } ?? bytes.count
            defer { place = end }
            return Int64(String(decoding: bytes[place..<end], as: UTF8.self))
        }
    }
}
