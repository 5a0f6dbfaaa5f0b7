import Database
import Essentials
import Feed

/// An order that is found by other words than those of whoever bought it.
public struct BuyerWordsDifference: Sendable, Equatable {
    public let number: Int64
    /// How many words lead to it.
    public let kept: Int
    /// How many its contact has; none when nobody left one, or the person was erased.
    public let due: Int
}

/// Holds the words of `Follower.buyerWords` against the contacts of orders, without what it has not worked yet.
/// - Parameter limit: how many are reported, by number.
public func checkBuyerWords(limit: Int = 100, in snapshot: Snapshot) throws -> [BuyerWordsDifference] {
    var waiting: Set<Order.ID> = []
    try Follower.buyerWords.eachWaiting(in: snapshot) { facts in waiting.formUnion(facts.map { Order.ID(bits: $0.subject) }) }
    // Nothing says which words an order has, so each window of orders reads all words once.
    let window: Int64 = 500_000
    let last = try snapshot.value("SELECT MAX(number) FROM order_word", as: Int64?.self) ?? nil
    let end = max(last ?? 0, try snapshot.value("SELECT MAX(number) FROM sales_order", as: Int64?.self).flatMap(\.self) ?? 0)
    var found: [BuyerWordsDifference] = []
    for first in stride(from: 1, through: end, by: Int64.Stride(window)) where found.count < limit {
        found += try differences(in: first..<first + window, without: waiting, in: snapshot)
    }
    return Array(found.prefix(limit))
}

/// Words without their order, so that few bytes remember many.
private struct WordSum: Equatable {
    var count = 0
    var sum: UInt64 = 0

    mutating func add(_ word: String) {
        count += 1
        sum &+= word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

private func differences(
    in numbers: Range<Int64>, without waiting: Set<Order.ID>, in snapshot: Snapshot
) throws -> [BuyerWordsDifference] {
    var due: [Int64: WordSum] = [:]
    try snapshot.each(
        """
        SELECT o.id, o.number, c.email, c.name, c.phone, c.line1, c.line2, c.postal_code, c.city, c.region, c.country
        FROM sales_order o JOIN sale_contact c ON c.sale = o.id
        WHERE o.number >= \(numbers.lowerBound) AND o.number < \(numbers.upperBound)
        """
    ) { row in
        let (id, number) = try (row.next(Order.ID.self), row.next(Int64.self))
        for word in BuyerWords.words(of: try Contact(row: &row)) where !waiting.contains(id) { due[number, default: WordSum()].add(word) }
    }
    var kept: [Int64: WordSum] = [:]
    try snapshot.each(
        "SELECT number, word FROM order_word WHERE number >= \(numbers.lowerBound) AND number < \(numbers.upperBound)"
    ) { row in
        let number: Int64 = try row.next()
        kept[number, default: WordSum()].add(try row.next())
    }
    return Set(due.keys).union(kept.keys).sorted().filter { due[$0] != kept[$0] }.map {
        BuyerWordsDifference(number: $0, kept: kept[$0]?.count ?? 0, due: due[$0]?.count ?? 0)
    }
}
