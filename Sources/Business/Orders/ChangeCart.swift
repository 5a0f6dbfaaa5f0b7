import Catalog
import Channels
import Customers
import Database
import Essentials
import Secrets
import Staff

/// Sets how many units of a variant are in the cart; 0 takes the line out.
/// - Throws: `OrdersRefusal.noCart` when the shopper has none; `.quantity`; `.notInCart`.
@discardableResult
public func changeCart(
    _ variant: Variant.ID, to quantity: Int64, in key: CartKey, by actor: Actor, in transaction: Transaction, world: World
) throws -> Cart {
    guard quantity >= 0, quantity <= Cart.mostUnits else { throw OrdersRefusal.quantity }
    let found = try Cart.touch(key, in: transaction, world: world)
    let lines = try Cart.askLines(key, in: transaction)
    guard let cart = try found.first() else { throw OrdersRefusal.noCart }
    guard try lines.rows().contains(where: { $0.variant == variant }) else { throw OrdersRefusal.notInCart }
    try cart.set(variant, to: quantity, in: transaction, world: world)
    try CartChanged(cart: cart.id, variant: variant, quantity: quantity).record(by: actor.origin, in: transaction, world: world)
    return cart
}

/// Gives the cart of a guest's cookie to the customer who has signed in, together with what is in the one that they have
/// already: a variant that is in both keeps the larger quantity. From now on it is theirs, in whichever browser they are.
public func claimCart(
    _ token: SecretToken, for customer: Customer.ID, on channel: Channel, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try Cart.enter(customer, in: transaction)
    guard let cart = try Cart.lock(.cookie(token), in: transaction), cart.customer != customer else { return }
    let left = try Cart.lock(.customer(customer, on: channel.id), in: transaction)
    if let left { try Cart.close(left.id, in: transaction, world: world) }
    try transaction.run("UPDATE cart SET customer = \(customer), digest = NULL, updated_at = \(world.now) WHERE id = \(cart.id)")
    guard let left else { return }
    let mine = Dictionary(try cart.lines(in: transaction).map { ($0.variant, $0.quantity) }, uniquingKeysWith: max)
    for line in try left.lines(in: transaction) where line.quantity > mine[line.variant] ?? 0 {
        try cart.set(line.variant, to: line.quantity, in: transaction, world: world)
        try CartChanged(cart: cart.id, variant: line.variant, quantity: line.quantity)
            .record(by: actor.origin, in: transaction, world: world)
    }
}
