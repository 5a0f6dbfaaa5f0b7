import Catalog
import Channels
import Customers
import Database
import Essentials
import Secrets
import Staff

/// Puts units of a variant into the shopper's cart, on top of those that are in it; the cart comes into being with the
/// first.
/// - Parameters:
///   - key: whose cart; a guest's cookie may be one that they will get.
///   - isNew: whether the cookie was drawn for this, so that no cart can have it.
///   - origin: `actor` acts through the channel.
/// - Throws: `OrdersRefusal.notForSale` when the channel does not sell it; `.quantity`; `.cartFull`.
@discardableResult
public func addToCart(
    _ variant: Variant.ID, quantity: Int64, to key: CartKey, isNew: Bool = false, in context: SaleContext, on channel: Channel,
    by actor: Actor, in transaction: Transaction, world: World
) throws -> Cart {
    guard quantity > 0, quantity <= Cart.mostUnits else { throw OrdersRefusal.quantity }
    let price = try Price.askSelling(variant, on: channel.priceList, in: transaction)
    let found = isNew ? nil : try Cart.touch(key, in: transaction, world: world)
    let lines = isNew ? nil : try Cart.askLines(key, in: transaction)
    guard try price.first() ?? nil != nil else { throw OrdersRefusal.notForSale }

    let (cart, inCart) =
        if let found = try found?.first() { (found, try lines?.rows() ?? []) } else {
            try Cart.open(key, in: context, transaction: transaction, world: world)
        }
    let before = inCart.first { $0.variant == variant }
    guard before != nil || inCart.count < Cart.mostLines else { throw OrdersRefusal.cartFull }
    let sum = (before?.quantity ?? 0) + quantity
    guard sum <= Cart.mostUnits else { throw OrdersRefusal.quantity }
    try cart.set(variant, to: sum, in: transaction, world: world)
    try CartChanged(cart: cart.id, variant: variant, quantity: sum).record(by: actor.origin, in: transaction, world: world)
    return cart
}

extension Cart {
    /// Writes the line of a cart that is locked.
    func set(_ variant: Variant.ID, to quantity: Int64, in transaction: Transaction, world: World) throws {
        if quantity == 0 {
            try transaction.run("DELETE FROM cart_line WHERE cart = \(id) AND variant = \(variant)")
        } else {
            try transaction.run(
                """
                INSERT INTO cart_line (cart, variant, quantity, added_at) VALUES (\(id), \(variant), \(quantity), \(world.now))
                ON CONFLICT (cart, variant) DO UPDATE SET quantity = excluded.quantity
                """)
        }
    }
}
