import Catalog
import Essentials

/// So many units of a variant, in its smallest unit (pieces, grams).
public struct StockLine: Sendable, Equatable {
    public let variant: Variant.ID
    public let quantity: Int64
    /// Whether units that are not there yet may be promised: a variant that is sold on back-order.
    public let mayBeOwed: Bool

    public init(_ variant: Variant.ID, _ quantity: Int64, mayBeOwed: Bool = false) {
        self.variant = variant
        self.quantity = quantity
        self.mayBeOwed = mayBeOwed
    }
}

extension [StockLine] {
    /// The most that one line may ask for: far above any sale, far below where sums overflow.
    public static let most: Int64 = 1_000_000_000

    func verify() throws {
        guard allSatisfy({ $0.quantity > 0 && $0.quantity <= Self.most }) else { throw InventoryRefusal.quantity }
    }
}
