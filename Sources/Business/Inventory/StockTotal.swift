import Catalog
import Database
import Essentials
import Ledger
import Places

/// How many units of a variant there are over all locations together, or over some, whosever they are.
public struct StockTotal: Sendable, Equatable {
    public let variant: Variant.ID
    public var units: [StockState: Int64] = [:]
    /// What open holds keep of the available ones.
    public var held: Int64 = 0

    /// Nothing of it anywhere.
    public init(variant: Variant.ID) {
        self.variant = variant
    }

    public func of(_ state: StockState) -> Int64 { units[state] ?? 0 }
    /// What can be promised now.
    public var free: Int64 { of(.available) - held }
    /// What is physically there.
    public var onHand: Int64 { StockState.onHand.reduce(0) { $0 + of($1) } }

    /// Each of these variants, in one statement; one that was never stocked has nothing.
    public static func of(
        _ variants: [Variant.ID], at locations: [Location.ID]? = nil, in snapshot: some Reading
    ) throws -> [Variant.ID: StockTotal] {
        var totals = Dictionary(variants.map { ($0, StockTotal(variant: $0)) }, uniquingKeysWith: { first, _ in first })
        let sums = try Ledger.totals(
            .stock, items: variants.map(\.bits), states: StockState.allCases.map(\.account), at: locations?.map(\.bits), in: snapshot)
        for sum in sums {
            guard let state = StockState(rawValue: sum.state.rawValue) else { continue }
            let variant = Variant.ID(bits: sum.item)
            totals[variant]?.units[state] = sum.balance
            if state == .available { totals[variant]?.held = sum.held }
        }
        return totals
    }
}
