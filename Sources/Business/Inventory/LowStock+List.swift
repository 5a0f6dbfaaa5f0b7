import Catalog
import Database
import Ledger

/// What becomes another in the lists of what is running low and of what a shelf owes.
struct LowStockChange: Sendable {
    var kept: [LowStock] = []
    var gone: [Variant.ID] = []
    var owing: [Variant.ID] = []
    var settled: [Variant.ID] = []

    var isEmpty: Bool { kept.isEmpty && gone.isEmpty && owing.isEmpty && settled.isEmpty }

    func write(in transaction: Transaction) throws {
        for piece in gone.chunks(of: 500) {
            try transaction.run("DELETE FROM low_stock WHERE variant IN \(list: piece)")
        }
        for low in kept {
            try transaction.run(
                """
                INSERT INTO low_stock (variant, free) VALUES (\(low.variant), \(low.free))
                ON CONFLICT (variant) DO UPDATE SET free = EXCLUDED.free
                """)
        }
        for piece in settled.chunks(of: 500) {
            try transaction.run("DELETE FROM owing_stock WHERE variant IN \(list: piece)")
        }
        for variant in owing {
            try transaction.run("INSERT INTO owing_stock (variant) VALUES (\(variant)) ON CONFLICT (variant) DO NOTHING")
        }
    }
}

extension LowStock {
    /// Those of some variants that are in one of the lists.
    static func listed(of variants: Set<Variant.ID>, in snapshot: some Reading) throws -> Set<Variant.ID> {
        try variants.sorted().chunks(of: 500).reduce(into: []) { listed, piece in
            let lists = try Lists.read(" WHERE variant IN \(list: piece)", in: snapshot)
            listed.formUnion(lists.free.keys)
            listed.formUnion(lists.owing)
        }
    }

    /// What makes the lists right.
    /// - Parameter variants: as far as they are about these; `nil` for all there are.
    static func change(upTo bound: Int64, of variants: [Variant.ID]?, in snapshot: some Reading) throws -> LowStockChange {
        var change = LowStockChange()
        if let variants {
            for piece in variants.chunks(of: 500) {
                let lists = try Lists.read(" WHERE variant IN \(list: piece)", in: snapshot)
                try change.turn(lists, into: .find(upTo: bound, among: piece, in: snapshot))
            }
        } else {
            try change.turn(Lists.read("", in: snapshot), into: .find(upTo: bound, among: nil, in: snapshot))
        }
        return change
    }
}

extension LowStockChange {
    fileprivate mutating func turn(_ old: Lists, into new: Lists) {
        kept += new.free.filter { old.free[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
            LowStock(variant: $0.key, free: $0.value)
        }
        gone += old.free.keys.filter { new.free[$0] == nil }.sorted()
        owing += new.owing.subtracting(old.owing).sorted()
        settled += old.owing.subtracting(new.owing).sorted()
    }
}

/// What is running low, and what a shelf owes, of some variants.
private struct Lists {
    var free: [Variant.ID: Int64] = [:]
    var owing: Set<Variant.ID> = []

    static func read(_ scope: SQL, in snapshot: some Reading) throws -> Lists {
        var lists = Lists()
        try snapshot.each("SELECT variant, free FROM low_stock" + scope) { row in
            let variant: Variant.ID = try row.next()
            lists.free[variant] = try row.next()
        }
        lists.owing = Set(try snapshot.values("SELECT variant FROM owing_stock" + scope, as: Variant.ID.self))
        return lists
    }

    /// As they should be. What is not counted is in neither.
    static func find(upTo bound: Int64, among variants: [Variant.ID]?, in snapshot: some Reading) throws -> Lists {
        let scarce = try Ledger.lowest(
            .stock, in: StockState.available.account, upTo: bound, among: variants?.map(\.bits), in: snapshot)
        var lists = Lists()
        for piece in scarce.chunks(of: 500) {
            let counted = try Variant.find(piece.map { Variant.ID(bits: $0.item) }, in: snapshot).filter {
                $0.value.isTracked && !$0.value.isArchived
            }
            for scarcity in piece where counted[Variant.ID(bits: scarcity.item)] != nil {
                let variant = Variant.ID(bits: scarcity.item)
                if scarcity.free <= bound { lists.free[variant] = scarcity.free }
                if scarcity.owes { lists.owing.insert(variant) }
            }
        }
        return lists
    }
}
