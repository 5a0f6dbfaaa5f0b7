import Database
import Essentials
import Feed
import Inventory

extension TimerHandler {
    /// Ends checkouts whose time has run out: what they held is free again.
    public static let checkoutExpiry = TimerHandler(Checkout.timer) { subject, transaction, world in
        let checkout = try Checkout.lock(Checkout.ID(bits: subject), in: transaction)
        guard checkout.state == .open else { return }
        // A payment that is under way decides first; it is settled or given up within minutes.
        if try Payment.isPending(for: checkout.id, in: transaction) {
            try Timer.set(Checkout.timer, for: subject, at: world.now + .minutes(1), in: transaction, world: world)
            return
        }
        let origin = Origin(actor: "system:timer", channel: checkout.context.channel.bits)
        try checkout.set(.expired, in: transaction)
        try releaseStock(
            checkout.held(in: transaction), for: subject, pool: checkout.pool, because: "checkout.expired", by: origin, in: transaction,
            world: world)
        try CheckoutExpired(checkout: checkout.id).record(by: origin, in: transaction, world: world)
    }
}
