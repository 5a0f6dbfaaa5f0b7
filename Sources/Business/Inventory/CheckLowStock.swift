import Catalog
import Database
import Essentials
import Feed
import Settings

/// A variant that the list of what is running low says something wrong about.
public struct LowStockDifference: Sendable, Equatable {
    public let variant: Variant.ID
    /// How many are free by the list; `nil` when it is not on it.
    public let listed: Int64?
    /// How many are free by the ledger, where they are few; `nil` when there are enough.
    public let free: Int64?
}

/// Holds the list of `Follower.lowStock` against the ledger, without what it has not worked yet.
///
/// What was archived, or is not counted any more, is not minded.
/// - Parameter limit: how many are reported.
public func checkLowStock(limit: Int = 100, in snapshot: Snapshot) throws -> [LowStockDifference] {
    var waiting: Set<Variant.ID> = []
    var isAllWaiting = false
    try Follower.lowStock.eachWaiting(in: snapshot) { facts in
        isAllWaiting = isAllWaiting || facts.contains { $0.topic == SettingsChanged.topic }
        waiting.formUnion(try TouchedStock(facts).variants)
        waiting.formUnion(try Variant.all(of: facts.changedProducts, in: snapshot))
    }
    // Another bound means another list: it comes in a moment.
    guard !isAllWaiting else { return [] }
    let change = try LowStock.change(upTo: ShopSettings.find(in: snapshot).lowStock, of: nil, in: snapshot)
    let missing = change.kept.filter { !waiting.contains($0.variant) }.prefix(limit)
    let tooMany = try change.gone.filter { !waiting.contains($0) }.chunks(of: 500).flatMap { piece in
        let variants = try Variant.find(piece, in: snapshot)
        return piece.filter { variants[$0].map { $0.isTracked && !$0.isArchived } ?? true }
    }
    let listed = try LowStock.free(of: missing.map(\.variant) + tooMany.prefix(limit), in: snapshot)
    let differences =
        missing.map { LowStockDifference(variant: $0.variant, listed: listed[$0.variant], free: $0.free) }
        + tooMany.map { LowStockDifference(variant: $0, listed: listed[$0], free: nil) }
    return Array(differences.prefix(limit))
}

extension LowStock {
    /// What the list says of some variants.
    fileprivate static func free(of variants: [Variant.ID], in snapshot: some Reading) throws -> [Variant.ID: Int64] {
        var free: [Variant.ID: Int64] = [:]
        for piece in variants.chunks(of: 500) {
            try snapshot.each("SELECT variant, free FROM low_stock WHERE variant IN \(list: piece)") { row in
                let variant: Variant.ID = try row.next()
                free[variant] = try row.next()
            }
        }
        return free
    }
}
