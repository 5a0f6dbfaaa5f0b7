import Catalog
import Database
import Essentials
import Ledger
import Places

/// How many units of a variant are at a location, by state.
public struct StockLevel: Sendable, Equatable {
    public let variant: Variant.ID
    public let location: Location.ID
    public let pool: UInt128
    public var units: [StockState: Int64] = [:]
    /// What open holds keep of the available ones.
    public var held: Int64 = 0

    public func of(_ state: StockState) -> Int64 { units[state] ?? 0 }
    /// What can be promised now.
    public var free: Int64 { of(.available) - held }
    /// What is physically there.
    public var onHand: Int64 { StockState.onHand.reduce(0) { $0 + of($1) } }

    /// One variant at one location.
    public static func find(
        _ variant: Variant.ID, at location: Location.ID, pool: UInt128 = 0, in snapshot: some Reading
    ) throws -> StockLevel {
        let levels = try of([variant], at: [location], in: snapshot)
        return levels.first { $0.pool == pool } ?? StockLevel(variant: variant, location: location, pool: pool)
    }

    /// Several variants, at some locations or at every one; one statement.
    public static func of(
        _ variants: [Variant.ID], at locations: [Location.ID]? = nil, in snapshot: some Reading
    ) throws -> [StockLevel] {
        let accounts = try Ledger.accounts(
            .stock, items: variants.map(\.bits), states: StockState.allCases.map(\.account), at: locations?.map(\.bits), in: snapshot)
        var levels: [Key: StockLevel] = [:]
        for account in accounts {
            guard let state = StockState(rawValue: account.key.state.rawValue) else { continue }
            let key = Key(
                variant: Variant.ID(bits: account.key.item), location: Location.ID(bits: account.key.place), pool: account.key.pool)
            var level = levels[key] ?? StockLevel(variant: key.variant, location: key.location, pool: key.pool)
            level.units[state, default: 0] += account.balance
            if state == .available { level.held += account.held }
            levels[key] = level
        }
        return levels.values.sorted { ($0.variant, $0.location, $0.pool) < ($1.variant, $1.location, $1.pool) }
    }

    private struct Key: Hashable {
        let variant: Variant.ID
        let location: Location.ID
        let pool: UInt128
    }
}
