import Catalog
import Database
import Feed
import Ledger
import Places

/// The shelves that some facts have told of.
struct TouchedStock {
    /// Of each location, the variants of which units were moved there.
    private var shelves: [Location.ID: Set<Variant.ID>] = [:]
    /// Variants whose shelves were opened, nobody tells where.
    private var opened: Set<Variant.ID> = []

    init(_ facts: [RecordedFact]) throws {
        for fact in facts {
            if let moved = try fact.decoded(as: StockMoved.self) {
                for move in moved.moves { shelves[move.location, default: []].insert(move.variant) }
            }
            if let fact = try fact.decoded(as: StockOpened.self) { opened.insert(fact.variant) }
        }
    }

    var variants: Set<Variant.ID> { shelves.values.reduce(into: opened) { $0.formUnion($1) } }

    /// Those that have no more than so many free units on any touched shelf, nor on a few others, or that owe some there.
    func mayBeLow(by bound: Int64, in snapshot: some Reading) throws -> Set<Variant.ID> {
        var plenty: Set<Variant.ID> = []
        var owing: Set<Variant.ID> = []
        for (location, variants) in shelves {
            for piece in variants.sorted().chunks(of: 500) {
                let accounts = try Ledger.accounts(
                    .stock, items: piece.map(\.bits), states: [StockState.available.account], at: [location.bits], in: snapshot)
                for account in accounts {
                    let variant = Variant.ID(bits: account.key.item)
                    if account.free < 0 { owing.insert(variant) }
                    if account.free > bound { plenty.insert(variant) }
                }
            }
        }
        for piece in variants.subtracting(plenty).sorted().chunks(of: 128) {
            plenty.formUnion(
                try Ledger.ample(
                    .stock, in: StockState.available.account, above: bound, among: piece.map(\.bits), in: snapshot
                ).map { Variant.ID(bits: $0) })
        }
        return variants.subtracting(plenty).union(owing).union(opened)
    }
}

extension [RecordedFact] {
    /// The products that some facts say were changed.
    var changedProducts: [Product.ID] {
        Set(filter { $0.topic == ProductUpdated.topic }.map { Product.ID(bits: $0.subject) }).sorted()
    }
}

extension Array {
    func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
