import Catalog
import Database
import Essentials
import Feed
import Ledger
import Places

/// Takes units that a customer carries out of the shop: available → customer.
///
/// What has physically happened is never refused: units that the books do not have free come from the world, in the same
/// posting; the location then owes a count, and `stock.found` tells whose orders are in danger.
/// - Returns: how many of each variant were found.
@discardableResult
public func sellFromShelf(
    _ lines: [StockLine], at location: Location.ID, pool: UInt128 = 0, of sale: UInt128, by origin: Origin,
    in transaction: Transaction, world: World
) throws -> [Variant.ID: Int64] {
    try lines.verify()
    let shelves = try Ledger.lock(lines.map { .stock($0.variant, .available, at: location, pool: pool) }, in: transaction)
    var found: [Variant.ID: Int64] = [:]
    var wanted: [Variant.ID: Int64] = [:]
    for line in lines { wanted[line.variant, default: 0] += line.quantity }
    for (variant, quantity) in wanted {
        let free = shelves[.stock(variant, .available, at: location, pool: pool)]?.free ?? 0
        if quantity > free { found[variant] = quantity - max(0, free) }
    }
    try sell(wanted, at: location, pool: pool, finding: found, of: sale, by: origin, in: transaction, world: world)
    for (variant, missing) in found {
        try PoolShelf.note([variant], at: location, pool: pool, in: transaction)
        try owesCount(of: variant, at: location, pool: pool, missing: missing, in: transaction, world: world)
        try StockFound(variant: variant, location: location, quantity: missing).record(by: origin, in: transaction, world: world)
    }
    return found
}

private func sell(
    _ wanted: [Variant.ID: Int64], at location: Location.ID, pool: UInt128, finding found: [Variant.ID: Int64], of sale: UInt128,
    by origin: Origin, in transaction: Transaction, world: World
) throws {
    let sorted = wanted.sorted { $0.key < $1.key }
    let sold = sorted.map { variant, quantity in
        Transfer(quantity, from: .stock(variant, .available, at: location, pool: pool), to: .stock(variant, .customer))
    }
    try refusingAsStock {
        if !found.isEmpty {
            let finds = found.sorted { $0.key < $1.key }.map { variant, quantity in
                Transfer(quantity, from: .stock(variant, .world), to: .stock(variant, .available, at: location, pool: pool))
            }
            try Ledger.post(finds, as: Posting(sale, reason: "stock.found", by: origin), in: transaction, world: world)
        }
        try Ledger.post(sold, as: Posting(sale, reason: "sale.rung_up", by: origin), in: transaction, world: world)
    }
    let moves = sorted.map { variant, quantity in
        let net = quantity - (found[variant] ?? 0)
        return StockMoved.Move(variant, at: location, pool: pool, free: -net, onHand: -net)
    }
    try StockMoved(by: sale, reason: "sale.rung_up", moves: moves).record(by: origin, in: transaction, world: world)
}

private func owesCount(
    of variant: Variant.ID, at location: Location.ID, pool: UInt128, missing: Int64, in transaction: Transaction, world: World
) throws {
    try transaction.run(
        """
        INSERT INTO count_due (variant, location, pool, since, missing) VALUES (\(variant), \(location), \(pool), \(world.now), \(missing))
        ON CONFLICT (location, variant, pool) DO UPDATE SET missing = count_due.missing + excluded.missing
        """)
}
