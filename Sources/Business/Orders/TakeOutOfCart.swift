import Database
import Essentials
import Staff

extension Cart {
    /// Takes what was bought out of a cart that was changed after its checkout had begun: what came later stays, and the cart
    /// ends when nothing does.
    static func takeOut(
        _ bought: [SaleLine], of id: ID, by actor: Actor, in transaction: Transaction, world: World
    ) throws {
        guard let cart = try lock(id, in: transaction), cart.closedAt == nil else { return }
        let units = Dictionary(bought.map { ($0.variant, $0.quantity) }, uniquingKeysWith: +)
        let lines = try cart.lines(in: transaction)
        guard lines.contains(where: { $0.quantity > units[$0.variant] ?? 0 }) else { return try close(id, in: transaction, world: world) }
        for line in lines {
            guard let taken = units[line.variant] else { continue }
            let left = max(0, line.quantity - taken)
            try cart.set(line.variant, to: left, in: transaction, world: world)
            try CartChanged(cart: id, variant: line.variant, quantity: left).record(by: actor.origin, in: transaction, world: world)
        }
    }

    private static func lock(_ id: ID, in transaction: Transaction) throws -> Cart? {
        try transaction.row("SELECT \(sql: columns) FROM cart WHERE id = \(id) FOR UPDATE", as: Cart.self)
    }
}
