import Catalog
import Channels
import Database
import Essentials
import Feed
import Ledger
import Places

extension Follower {
    /// Gives what a channel had for itself to the shared stock once it is linked, a few shelves at a time, so that the shop
    /// goes on selling meanwhile.
    ///
    /// What its orders were promised and its checkouts hold stays theirs; units of those that come free later pass straight
    /// on (`passOn`). What the channel owes on back-order the shared stock owes then.
    public static let joinStock = Follower("inventory.join", topics: [ChannelLinked.topic, StockJoined.topic]) {
        facts, transaction, world in
        for channel in Set(facts.map { Channel.ID(bits: $0.subject) }).sorted() {
            let cause = facts.last { $0.subject == channel.bits }?.seq
            try joinSome(of: channel, cause: cause, in: transaction, world: world)
        }
    }
}

/// So many shelves are joined in one transaction.
private let atOnce = 100

private func joinSome(of channel: Channel.ID, cause: Int64?, in transaction: Transaction, world: World) throws {
    // Somebody may have set it apart again meanwhile: it keeps the rest.
    guard try isLinked(channel.bits, in: transaction) else { return }
    let shelves = try PoolShelf.take(of: channel.bits, limit: atOnce, in: transaction)
    guard !shelves.isEmpty else { return }
    let origin = Origin(actor: "system:inventory", channel: channel.bits, cause: cause)
    let wanted = Set(shelves.map { Shelf(variant: $0.variant, location: $0.location) })
    let accounts = try Ledger.accounts(
        .stock, items: Array(Set(shelves.map(\.variant.bits))), states: StockState.joining.map(\.account),
        at: Array(Set(shelves.map(\.location.bits))), in: transaction)
    let mine = accounts.map(\.key).filter { key in
        key.pool == channel.bits && wanted.contains(Shelf(variant: Variant.ID(bits: key.item), location: Location.ID(bits: key.place)))
    }
    let units = try Ledger.lock(mine, in: transaction).values.filter { $0.free != 0 }.sorted { $0.id < $1.id }
        .map { Units(key: $0.key, quantity: $0.free) }
    try move(units, of: channel.bits, by: channel.bits, origin: origin, in: transaction, world: world)
    try joinCounts(of: channel.bits, at: shelves, in: transaction)
    try StockJoined(channel: channel, shelves: shelves.count).record(by: origin, in: transaction, world: world)
}

/// Units of a channel that was linked meanwhile have come free: they are shared now, as all others.
func passOn(
    _ freed: [(variant: Variant.ID, location: Location.ID, quantity: Int64)], of pool: UInt128, by document: UInt128, origin: Origin,
    in transaction: Transaction, world: World
) throws {
    guard pool != 0, try isLinked(pool, in: transaction) else { return }
    var sums: [Shelf: Int64] = [:]
    for unit in freed { sums[Shelf(variant: unit.variant, location: unit.location), default: 0] += unit.quantity }
    let keys = sums.keys.map { AccountKey.stock($0.variant, .available, at: $0.location, pool: pool) }
    let units = try Ledger.lock(keys, in: transaction).values.sorted { $0.id < $1.id }.compactMap { account -> Units? in
        let shelf = Shelf(variant: Variant.ID(bits: account.key.item), location: Location.ID(bits: account.key.place))
        let quantity = min(sums[shelf] ?? 0, account.free)
        return quantity > 0 ? Units(key: account.key, quantity: quantity) : nil
    }
    try move(units, of: pool, by: document, origin: origin, in: transaction, world: world)
}

private struct Shelf: Hashable {
    let variant: Variant.ID
    let location: Location.ID
}

/// What one of the channel's accounts gives; below zero what it owes.
private struct Units {
    let key: AccountKey
    let quantity: Int64

    var shared: AccountKey {
        var shared = key
        shared.pool = 0
        return shared
    }
}

private func move(
    _ units: [Units], of pool: UInt128, by document: UInt128, origin: Origin, in transaction: Transaction, world: World
) throws {
    guard !units.isEmpty else { return }
    for debt in units where debt.quantity < 0 { try Ledger.setFloor(-[StockLine].most, of: debt.shared, in: transaction) }
    let transfers = units.map { unit in
        unit.quantity > 0
            ? Transfer(unit.quantity, from: unit.key, to: unit.shared) : Transfer(-unit.quantity, from: unit.shared, to: unit.key)
    }
    let posting = Posting(document, reason: "channel.joined", by: origin)
    try Ledger.post(transfers, as: posting, in: transaction, world: world)
    let moves = units.flatMap { unit -> [StockMoved.Move] in
        let (variant, location) = (Variant.ID(bits: unit.key.item), Location.ID(bits: unit.key.place))
        let free = unit.key.state == StockState.available.account ? unit.quantity : 0
        return [
            StockMoved.Move(variant, at: location, pool: pool, free: -free, onHand: -unit.quantity),
            StockMoved.Move(variant, at: location, pool: 0, free: free, onHand: unit.quantity),
        ]
    }
    try StockMoved(by: document, reason: posting.reason, moves: moves).record(by: origin, in: transaction, world: world)
}

/// A shelf of the channel that was to be counted is one of everybody's now.
private func joinCounts(
    of pool: UInt128, at shelves: [(variant: Variant.ID, location: Location.ID)], in transaction: Transaction
) throws {
    for due in try CountDue.of(pool, among: shelves.map(\.variant), in: transaction) {
        try transaction.run(
            """
            INSERT INTO count_due (variant, location, pool, since, missing)
            VALUES (\(due.variant), \(due.location), \(0 as UInt128), \(due.since), \(due.missing))
            ON CONFLICT (location, variant, pool) DO UPDATE SET missing = count_due.missing + excluded.missing
            """)
        try transaction.run(
            "DELETE FROM count_due WHERE location = \(due.location) AND variant = \(due.variant) AND pool = \(pool)")
    }
}

private func isLinked(_ pool: UInt128, in transaction: Transaction) throws -> Bool {
    try Channel.find(Channel.ID(bits: pool), in: transaction)?.stock == .linked
}

extension StockState {
    /// What a channel gives to the shared stock; what is committed stays with its orders.
    fileprivate static let joining: [StockState] = [.available, .damaged, .quality, .transit, .leased]
}
