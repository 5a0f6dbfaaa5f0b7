import Catalog
import Channels
import Database
import Essentials
import Feed
import Ledger
import Places

/// Units that are kept for somebody at a location, until they are committed, released or their time runs out.
public struct HeldStock: Sendable, Equatable {
    public let variant: Variant.ID
    public let location: Location.ID
    public let quantity: Int64
    public let hold: Hold.ID
    /// What they take of the channel's allowance, when its rule sets a share or a cap.
    public let allowance: Hold.ID?

    public init(variant: Variant.ID, location: Location.ID, quantity: Int64, hold: Hold.ID, allowance: Hold.ID?) {
        self.variant = variant
        self.location = location
        self.quantity = quantity
        self.hold = hold
        self.allowance = allowance
    }

    var holds: [Hold.ID] { [hold] + (allowance.map { [$0] } ?? []) }
}

/// Keeps units for a checkout, from where the channel sells: its first location that has all of a line, else several.
///
/// The channel's own rule binds here, under the same locks as the units. Of a line that may be owed, what is missing is
/// promised all the same, at the channel's first location, whose account then falls below zero; the next delivery there
/// fills it up again.
/// - Parameters:
///   - lines: one for each variant.
///   - location: only from there, for a pickup; `nil` for wherever the channel sells from.
///   - document: the checkout.
/// - Throws: `InventoryRefusal.short` naming each variant that falls short; then nothing is held.
public func holdStock(
    _ lines: [StockLine], on channel: Channel, at location: Location.ID? = nil, until expiry: Instant, for document: UInt128,
    by origin: Origin, in transaction: Transaction, world: World
) throws -> [HeldStock] {
    guard !lines.isEmpty else { return [] }
    try lines.verify()
    let limits = try ChannelLimit.find(for: lines.map(\.variant), on: channel, in: transaction)
    let limited = lines.compactMap { line in limits[line.variant].map { (line, $0) } }

    let allowances = limited.map { line, limit in
        Transfer(
            line.quantity, from: .allowance(line.variant, of: channel.id), to: .taken(line.variant, by: channel.id),
            leaving: -limit.most)
    }
    func keep() throws -> (picks: [Pick], ids: [Hold.ID]) {
        let picks = try pick(lines, on: channel, at: location, in: transaction)
        let transfers = picks.map { pick in
            Transfer(
                pick.quantity, from: .stock(pick.variant, .available, at: pick.location, pool: channel.pool),
                to: .stock(pick.variant, .committed, at: pick.location, pool: channel.pool),
                leaving: pick.isOwed ? nil : channel.rule.buffer ?? 0)
        }
        for pick in picks where pick.isOwed {
            try Ledger.setFloor(
                -[StockLine].most, of: .stock(pick.variant, .available, at: pick.location, pool: channel.pool), in: transaction)
        }
        let ids = try refusingAsStock {
            try Ledger.hold(transfers + allowances, until: expiry, for: document, in: transaction, world: world)
        }
        return (picks, ids)
    }
    // Somebody may have been quicker between looking and locking: what is locked now is looked at once more.
    let (picks, ids) = try keptOrShort(keep) ?? keep()
    var allowanceHolds = Dictionary(
        zip(limited.map(\.0.variant), ids.dropFirst(picks.count)), uniquingKeysWith: { first, _ in first })
    let held = zip(picks, ids).map { pick, hold in
        // A line from several locations has one hold on the allowance, kept with its first.
        HeldStock(
            variant: pick.variant, location: pick.location, quantity: pick.quantity, hold: hold,
            allowance: allowanceHolds.removeValue(forKey: pick.variant))
    }
    let moves = held.map { StockMoved.Move($0.variant, at: $0.location, pool: channel.pool, free: -$0.quantity, onHand: 0) }
    try StockMoved(by: document, reason: "stock.held", moves: moves).record(by: origin, in: transaction, world: world)
    return held
}

/// What was kept; `nil` when it fell short.
private func keptOrShort<Kept>(_ keep: () throws -> Kept) throws -> Kept? {
    do { return try keep() } catch is InventoryRefusal { return nil }
}

private typealias Pick = (variant: Variant.ID, location: Location.ID, quantity: Int64, isOwed: Bool)

private func pick(
    _ lines: [StockLine], on channel: Channel, at location: Location.ID?, in transaction: Transaction
) throws -> [Pick] {
    let sources = try SourceFinder(channel: channel, only: location).sources(for: lines, in: transaction)
    var picks: [Pick] = []
    var shortages: [InventoryRefusal.Shortage] = []
    for line in lines {
        let mine = sources[line.variant] ?? []
        let home = line.mayBeOwed ? location ?? channel.locations.first : nil
        if let picked = StockSource.pick(line.quantity, from: mine, owedAt: home) {
            picks += picked.map { (line.variant, $0.location, $0.free, $0.isOwed) }
        } else {
            let free = mine.reduce(0) { $0 + $1.free }
            shortages.append(.init(variant: line.variant, wanted: line.quantity, free: max(0, free)))
        }
    }
    guard shortages.isEmpty else { throw InventoryRefusal.short(shortages) }
    return picks
}
