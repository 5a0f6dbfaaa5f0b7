import Database
import Essentials
import Feed
import Staff

/// Sets what a variant costs on a price list; `nil` takes it off the list, so that it is not sold there.
///
/// Setting the price that it has changes nothing.
/// - Throws: `CatalogRefusal.unknownVariant`, `.unknownPriceList`, `.negativePrice`, `.otherCurrency`;
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
    let products = try transaction.rows("SELECT id, product FROM variant WHERE id IN \(list: prices.keys) FOR UPDATE") {
        (try $0.next(Variant.ID.self), try $0.next(Product.ID.self))
    }
    guard products.count == prices.count else { throw CatalogRefusal.unknownVariant }
    let changed = try PriceChange.write(
        prices, of: Dictionary(uniqueKeysWithValues: products), on: list, by: actor.origin, in: transaction, world: world)
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
        let before = try Price.of(Array(prices.keys), on: list.id, in: transaction)
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
