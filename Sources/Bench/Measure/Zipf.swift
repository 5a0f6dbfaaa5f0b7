import Essentials

/// Draws ranks as shoppers draw products: the second is half as popular as the first, the third a third (Zipf's law, exponent 1).
///
/// Ranks are dealt to positions in an order of their own, so that popular products do not lie side by side in a table;
/// undealt, the first position is the most popular.
struct Zipf: Sendable {
    /// Sum of the weights up to each rank.
    private let sums: [Double]
    private let positions: [Int]

    /// - Precondition: `count` is at least 1.
    init(over count: Int, dealt: Bool = true, seed: UInt64) {
        precondition(count > 0, "a law over nothing")
        var sum = 0.0
        sums = (1...count).map { rank in
            sum += 1 / Double(rank)
            return sum
        }
        var random = Randomness.seeded(seed)
        positions = dealt ? Array(0..<count).shuffled(using: &random) : Array(0..<count)
    }

    /// A position below `count`.
    func draw(using random: inout some RandomNumberGenerator) -> Int {
        let wanted = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return positions[low]
    }

    /// The positions from the most popular down.
    func mostPopular(_ count: Int) -> ArraySlice<Int> { positions.prefix(count) }
}
