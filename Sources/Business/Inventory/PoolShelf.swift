import Catalog
import Channels
import Database
import Essentials
import Places

/// Where a channel that stands apart has had units of its own: what there is to give back when it is linked.
enum PoolShelf {
    /// Notes where units go that are to belong to a channel, if it keeps stock of its own.
    /// - Throws: `InventoryRefusal.noPool`.
    static func open(_ variants: [Variant.ID], at location: Location.ID, pool: UInt128, in transaction: Transaction) throws {
        guard pool != 0 else { return }
        guard try Channel.find(Channel.ID(bits: pool), in: transaction)?.stock == .apart else { throw InventoryRefusal.noPool }
        try note(variants, at: location, pool: pool, in: transaction)
    }

    /// Notes where units of a channel were found.
    static func note(_ variants: [Variant.ID], at location: Location.ID, pool: UInt128, in transaction: Transaction) throws {
        guard pool != 0 else { return }
        for variant in variants {
            try transaction.run(
                """
                INSERT INTO pool_shelf (pool, variant, location) VALUES (\(pool), \(variant), \(location))
                ON CONFLICT (pool, variant, location) DO NOTHING
                """)
        }
    }

    /// Takes some of them off the list.
    static func take(of pool: UInt128, limit: Int, in transaction: Transaction) throws -> [(variant: Variant.ID, location: Location.ID)] {
        let shelves = try transaction.rows(
            "SELECT variant, location FROM pool_shelf WHERE pool = \(pool) ORDER BY variant, location LIMIT \(limit) FOR UPDATE"
        ) { try (variant: $0.next(Variant.ID.self), location: $0.next(Location.ID.self)) }
        for shelf in shelves {
            try transaction.run(
                "DELETE FROM pool_shelf WHERE pool = \(pool) AND variant = \(shelf.variant) AND location = \(shelf.location)")
        }
        return shelves
    }
}
