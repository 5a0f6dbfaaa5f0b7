import Catalog
import Channels
import Database
import Essentials
import Feed
import Ledger
import Places

/// Turns what is held into what is promised to an order: available → committed. What is free does not change by it,
/// so `order.placed` is the fact.
/// - Throws: `InventoryRefusal.short` when a hold ran out and its units are gone.
public func commitStock(
    _ held: [HeldStock], to order: UInt128, by origin: Origin, in transaction: Transaction, world: World
) throws {
    let posting = Posting(order, reason: "order.placed", by: origin)
    try refusingAsStock {
        try Ledger.capture(held.flatMap(\.holds).map { Capture($0) }, as: posting, in: transaction, world: world)
    }
}

/// Gives back what is still held: the checkout was left, or its time has run out.
public func releaseStock(
    _ held: [HeldStock], for document: UInt128, pool: UInt128, because reason: String, by origin: Origin, in transaction: Transaction,
    world: World
) throws {
    let released = try Ledger.release(held.flatMap(\.holds), in: transaction)
    let moves = released.filter { $0.account.book == .stock }.map {
        StockMoved.Move(
            Variant.ID(bits: $0.account.item), at: Location.ID(bits: $0.account.place), pool: $0.account.pool, free: $0.quantity,
            onHand: 0)
    }
    guard !moves.isEmpty else { return }
    try StockMoved(by: document, reason: reason, moves: moves).record(by: origin, in: transaction, world: world)
    try passOn(moves.map { ($0.variant, $0.location, $0.free) }, of: pool, by: document, origin: origin, in: transaction, world: world)
}

/// Gives back what an order was promised and will not get: committed → available.
public func returnCommitment(
    _ held: [HeldStock], pool: UInt128, channel: Channel.ID, of order: UInt128, by origin: Origin, in transaction: Transaction, world: World
) throws {
    let posting = Posting(order, reason: "order.cancelled", by: origin)
    let units = held.map {
        Transfer(
            $0.quantity, from: .stock($0.variant, .committed, at: $0.location, pool: pool),
            to: .stock($0.variant, .available, at: $0.location, pool: pool))
    }
    try refusingAsStock {
        try Ledger.post(units + allowances(of: held, channel: channel), as: posting, in: transaction, world: world)
    }
    let moves = held.map { StockMoved.Move($0.variant, at: $0.location, pool: pool, free: $0.quantity, onHand: 0) }
    try StockMoved(by: order, reason: posting.reason, moves: moves).record(by: origin, in: transaction, world: world)
    try passOn(held.map { ($0.variant, $0.location, $0.quantity) }, of: pool, by: order, origin: origin, in: transaction, world: world)
}

/// Hands over what an order was promised: committed → customer.
public func handOver(
    _ held: [HeldStock], pool: UInt128, channel: Channel.ID, of order: UInt128, by origin: Origin, in transaction: Transaction, world: World
) throws {
    let posting = Posting(order, reason: "order.handed_over", by: origin)
    let units = held.map {
        Transfer(
            $0.quantity, from: .stock($0.variant, .committed, at: $0.location, pool: pool), to: .stock($0.variant, .customer))
    }
    try refusingAsStock {
        try Ledger.post(units + allowances(of: held, channel: channel), as: posting, in: transaction, world: world)
    }
    let moves = held.map { StockMoved.Move($0.variant, at: $0.location, pool: pool, free: 0, onHand: -$0.quantity) }
    try StockMoved(by: order, reason: posting.reason, moves: moves).record(by: origin, in: transaction, world: world)
}

/// What the channel had taken of its allowance goes back to it.
private func allowances(of held: [HeldStock], channel: Channel.ID) -> [Transfer] {
    let limited = Set(held.filter { $0.allowance != nil }.map(\.variant))
    return limited.sorted().map { variant in
        let quantity = held.filter { $0.variant == variant }.reduce(0) { $0 + $1.quantity }
        return Transfer(quantity, from: .taken(variant, by: channel), to: .allowance(variant, of: channel))
    }
}
