import Database
import Essentials
import Feed
import Staff

/// Sets what a variant costs on a price list; `nil` takes it off the list, so that it is not sold there.
///
/// Setting the price that it has changes nothing.
/// - Throws: `CatalogRefusal.unknownVariant`, `.unknownPriceList`, `.negativePrice`, `.priceTooHigh`,
///   `.otherCurrency`;
///   `StaffRefusal.forbidden` below manager.
public func setPrice(
    _ price: Price?, of variant: Variant.ID, on list: PriceList.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try setPrices([variant: price], on: list, by: actor, in: transaction, world: world)
}

/// The same for many variants at once; all or none.
public func setPrices(
    _ prices: [Variant.ID: Price?], on list: PriceList.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    let list = try PriceList.find(list, in: transaction)
    for case let price? in prices.values { try price.verify(for: list) }
    var owners: [Variant.ID: Product.ID] = [:]
    for piece in Array(prices.keys).pieces(of: 1_024) {
        try transaction.each("SELECT id, product FROM variant WHERE id IN \(list: piece)") { owners[try $0.next()] = try $0.next() }
    }
    guard owners.count == prices.count else { throw CatalogRefusal.unknownVariant }
    try Product.lock(owners.values, in: transaction)
    let changed = try PriceChange.write(prices, of: owners, on: list, by: actor.origin, in: transaction, world: world)
    try Shelving.refresh(changed.sorted(), in: transaction)
}

/// The writing of prices that were verified, for all verbs that come with prices.
enum PriceChange {
    /// - Parameter owners: the product of each variant.
    /// - Returns: the products of which a price differs now; the caller has `Shelving` look at them.
    static func write(
        _ prices: [Variant.ID: Price?], of owners: [Variant.ID: Product.ID], on list: PriceList, by origin: Origin,
        in transaction: Transaction, world: World
    ) throws -> Set<Product.ID> {
        var before: [Variant.ID: Price] = [:]
        for piece in Array(prices.keys).pieces(of: 1_024) {
            before.merge(try Price.of(Array(piece), on: list.id, in: transaction)) { first, _ in first }
        }
        var touched: Set<Product.ID> = []
        for (variant, price) in prices.sorted(by: { $0.key < $1.key }) where price != before[variant] {
            guard let product = owners[variant] else { continue }
            if let price {
                try transaction.run(
                    """
                    INSERT INTO price (variant, list, amount, compare_at)
                    VALUES (\(variant), \(list.id), \(price.amount.minorUnits), \(price.compareAt?.minorUnits))
                    ON CONFLICT (variant, list) DO UPDATE SET amount = EXCLUDED.amount, compare_at = EXCLUDED.compare_at
                    """)
            } else {
                try transaction.run("DELETE FROM price WHERE variant = \(variant) AND list = \(list.id)")
            }
            touched.insert(product)
            try PriceChanged(
                variant: variant, product: product, list: list.id, amount: price?.amount.minorUnits,
                before: before[variant]?.amount.minorUnits
            ).record(by: origin, in: transaction, world: world)
        }
        return touched
    }
}
