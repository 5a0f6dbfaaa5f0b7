import Database
import Essentials
import Feed
import Staff

/// Takes a change of many products back, some of them at a time: what they were is made anew, as another version. A
/// product that somebody has changed since, or one of whose prices, is left as it is.
/// - Returns: whether there is more to take back: then call it again.
/// - Throws: `CatalogRefusal.unknownEdit`; `StaffRefusal.forbidden` below manager.
public func undoBulkEdit(_ id: BulkEdit.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Bool {
    try actor.require(.manager)
    guard try transaction.exists("SELECT 1 FROM bulk_edit WHERE id = \(id) FOR UPDATE") else { throw CatalogRefusal.unknownEdit }
    let waiting = try transaction.rows(
        """
        SELECT product, before, after FROM bulk_edit_product WHERE edit = \(id) AND state = \(BulkEdit.State.done.rawValue)
        ORDER BY product LIMIT \(BulkEdit.piece)
        """
    ) { try BulkUndo(product: $0.next(), before: $0.next(), after: $0.next()) }
    let prices = try BulkUndo.prices(of: id, waiting.map(\.product), in: transaction)
    for undo in waiting {
        let isUndone = try undo.run(prices[undo.product] ?? [], by: actor, in: transaction, world: world)
        let state: BulkEdit.State = isUndone ? .undone : .leftAlone
        try transaction.run(
            "UPDATE bulk_edit_product SET state = \(state.rawValue) WHERE edit = \(id) AND product = \(undo.product)")
    }
    if waiting.count == BulkEdit.piece { return true }
    try transaction.run("UPDATE bulk_edit SET undone_at = COALESCE(undone_at, \(world.now)) WHERE id = \(id)")
    return false
}

/// One product that was changed with others.
private struct BulkUndo {
    let product: Product.ID
    let before: Int64
    let after: Int64

    struct Repriced {
        let variant: Variant.ID
        let list: PriceList.ID
        let before: Price?
        let after: Price?
    }

    static func prices(
        of edit: BulkEdit.ID, _ products: [Product.ID], in transaction: Transaction
    ) throws -> [Product.ID: [Repriced]] {
        var prices: [Product.ID: [Repriced]] = [:]
        guard !products.isEmpty else { return prices }
        try transaction.each(
            """
            SELECT b.product, b.variant, b.list, l.currency, b.before, b.compare_before, b.after, b.compare_after
            FROM bulk_edit_price b JOIN price_list l ON l.id = b.list WHERE b.edit = \(edit) AND b.product IN \(list: products)
            """
        ) { row in
            let (product, variant, list) = try (row.next(Product.ID.self), row.next(Variant.ID.self), row.next(PriceList.ID.self))
            let currency = try row.nextCurrency()
            let (before, after) = try (row.nextPrice(currency), row.nextPrice(currency))
            prices[product, default: []].append(Repriced(variant: variant, list: list, before: before, after: after))
        }
        return prices
    }

    /// - Returns: false when somebody has changed the product since.
    func run(_ prices: [Repriced], by actor: Actor, in transaction: Transaction, world: World) throws -> Bool {
        guard try Product.lock(product, in: transaction).version == after else { return false }
        for (list, repriced) in Dictionary(grouping: prices, by: \.list) {
            let now = try Price.of(repriced.map(\.variant), on: list, in: transaction)
            guard repriced.allSatisfy({ now[$0.variant] == $0.after }) else { return false }
        }
        if before != after {
            let earlier = try ProductVersion.find(before, of: product, in: transaction)
            _ = try changeProduct(product, to: earlier.content, by: actor, in: transaction, world: world)
        }
        for price in prices {
            try setPrice(price.before, of: price.variant, on: price.list, by: actor, in: transaction, world: world)
        }
        return true
    }
}
