import Catalog
import Database
import Essentials
import Feed
import Ledger
import Settings

extension Follower {
    /// Keeps the list of variants that are running low, by the bound that the shop's settings draw. What is not counted is
    /// never low. Another bound lets it look through the whole stock once.
    public static let lowStock = Follower(
        "inventory.low", topics: [StockMoved.topic, StockOpened.topic, SettingsChanged.topic]
    ) { facts, transaction, _ in
        let bound = try ShopSettings.find(in: transaction).lowStock
        if facts.contains(where: { $0.topic == SettingsChanged.topic }) {
            let low = try Ledger.lowest(.stock, in: StockState.available.account, upTo: bound, in: transaction)
            try LowStock.keep(low.map { LowStock(variant: Variant.ID(bits: $0.item), free: $0.free) }, over: nil, in: transaction)
        } else {
            var touched: Set<Variant.ID> = []
            for fact in facts {
                if let moved = try fact.decoded(as: StockMoved.self) { touched.formUnion(moved.moves.map(\.variant)) }
                if let opened = try fact.decoded(as: StockOpened.self) { touched.insert(opened.variant) }
            }
            for piece in Array(touched.sorted()).chunks(of: 500) {
                let totals = try StockTotal.of(piece, in: transaction).values
                let low = totals.filter { $0.free <= bound }.map { LowStock(variant: $0.variant, free: $0.free) }
                try LowStock.keep(low, over: piece, in: transaction)
            }
        }
    }
}

extension LowStock {
    /// Makes `low` the list, as far as it is about `variants`.
    /// - Parameter variants: `nil` for all there are.
    fileprivate static func keep(_ low: [LowStock], over variants: [Variant.ID]?, in transaction: Transaction) throws {
        let scope: SQL = variants.map { " WHERE variant IN \(list: $0)" } ?? ""
        let kept = Dictionary(
            try transaction.rows("SELECT variant, free FROM low_stock" + scope) { (try $0.next(Variant.ID.self), try $0.next(Int64.self)) },
            uniquingKeysWith: { first, _ in first })
        var counted: Set<Variant.ID> = []
        for piece in low.map(\.variant).chunks(of: 500) {
            counted.formUnion(try Variant.find(piece, in: transaction).values.filter { $0.isTracked && !$0.isArchived }.map(\.id))
        }
        let wanted = Dictionary(
            low.filter { counted.contains($0.variant) }.map { ($0.variant, $0.free) }, uniquingKeysWith: { first, _ in first })
        for piece in kept.keys.filter({ wanted[$0] == nil }).sorted().chunks(of: 500) {
            try transaction.run("DELETE FROM low_stock WHERE variant IN \(list: piece)")
        }
        for (variant, free) in wanted.sorted(by: { $0.key < $1.key }) where kept[variant] != free {
            try transaction.run(
                """
                INSERT INTO low_stock (variant, free) VALUES (\(variant), \(free))
                ON CONFLICT (variant) DO UPDATE SET free = EXCLUDED.free
                """)
        }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
