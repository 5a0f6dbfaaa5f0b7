import Channels
import Database
import Essentials
import Inventory
import Staff

/// Takes the money for a checkout and places its order.
///
/// The attempt is noted before the provider is asked and settled after: no transaction waits for a network. Paying a
/// checkout that has become an order returns that order.
/// - Parameter token: what the shopper's browser got from the provider.
/// - Throws: `OrdersRefusal.declined`; `InventoryRefusal.short` when the hold ran out and the units are gone: the money is
///   given back then; `.paymentUnderWay` when the provider said yes and the database could not keep it: it is settled when
///   it can; and what `beginPayment` refuses.
public func pay(
    _ checkout: Checkout.Name, token: String, with provider: PaymentProvider, on channel: Channel, by actor: Actor,
    in database: any Database, world: World
) async throws -> Order {
    let step = try await database.write {
        try beginPayment(for: checkout, with: provider, on: channel, in: $0, world: world)
    }
    switch step {
    case .placed(let order): return order
    case .ask(let payment, let keys):
        return try await settle(payment, token: token, contending: keys, with: provider, by: actor, in: database, world: world)
    }
}

/// Asks the provider about one attempt and does what follows from its answer.
/// - Parameter keys: what placing the order will contend for.
func settle(
    _ payment: Payment, token: String?, contending keys: [ContendedKey], with provider: PaymentProvider, by actor: Actor,
    in database: any Database, world: World
) async throws -> Order {
    let answer = try await provider.charge(payment.amount, token, payment.id.description)
    switch answer {
    case .declined:
        try await database.write { transaction in
            guard try Payment.lock(payment.id, in: transaction).state == .pending else { return }
            try payment.set(.declined, reference: nil, in: transaction, world: world)
            try PaymentDeclined(payment: payment.id, sale: payment.sale).record(by: actor.origin, in: transaction, world: world)
        }
        throw OrdersRefusal.declined
    case .captured(let reference):
        do {
            return try await database.write(contending: keys) { transaction in
                try placeOrder(payment, reference: reference, by: actor, in: transaction, world: world)
            }
        } catch let refusal as InventoryRefusal {
            try await provider.refund(reference, payment.amount, payment.id.description)
            try await database.write { transaction in
                guard try Payment.lock(payment.id, in: transaction).state == .pending else { return }
                try payment.set(.refunded, reference: reference, in: transaction, world: world)
            }
            throw refusal
        } catch is DatabaseFault {
            // The money is taken and could not be booked: `settlePayments` asks again, and nobody pays twice meanwhile.
            throw OrdersRefusal.paymentUnderWay
        }
    }
}

/// Settles the attempts of programs that died between the provider's answer and their own: the provider is asked again
/// with the same key. Run at the start and every minute.
public func settlePayments(
    olderThan age: Duration, with provider: PaymentProvider, in database: any Database, world: World
) async throws {
    let due = world.now - age
    for payment in try await database.read({ try Payment.unsettled(before: due, limit: 100, in: $0) })
    where payment.provider == provider.name {
        _ = try? await settle(
            payment, token: nil, contending: try await database.contended { try payment.contended(in: $0) }, with: provider,
            by: .system("payments"), in: database, world: world)
    }
}
