import Catalog

/// A place in a list of which only what is in stock is shown: a piece of the list, and how many products of it were
/// looked at before.
struct StockPlace: Sendable, LosslessStringConvertible {
    let piece: Int
    let offset: Int

    init(piece: Int, offset: Int) {
        self.piece = piece
        self.offset = offset
    }

    init?(_ description: String) {
        let parts = description.split(separator: ".").map { Int($0) }
        guard parts.count == 2, let piece = parts[0], let offset = parts[1], (1...ProductListing.lastPage).contains(piece),
            (0...1_000).contains(offset)
        else { return nil }
        self.init(piece: piece, offset: offset)
    }

    var description: String { "\(piece).\(offset)" }
}
