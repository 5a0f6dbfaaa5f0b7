import Database
import Essentials

extension Ledger {
    /// Gives many new accounts of one item their first balance at once: for taking over what another system has counted.
    ///
    /// It says the same as `post` of a transfer to each, at a fraction of its cost.
    /// - Parameter targets: accounts that are not there yet, and what goes into each, above zero.
    /// - Throws: `DatabaseFault.constraint` when one of them is there already; then nothing is done.
    public static func openBalances(
        _ targets: [(key: AccountKey, quantity: Int64)], from source: AccountKey, as posting: Posting, in transaction: Transaction,
        world: World
    ) throws {
        guard let origin = try lock([source], in: transaction)[source] else { return }
        let now = world.now
        var rest = targets[...]
        while !rest.isEmpty {
            // Sizes that repeat, so that few different statements need preparing.
            let piece = rest.prefix(rest.count >= openingSize ? openingSize : 1)
            rest = rest.dropFirst(piece.count)
            var accounts: SQL = "INSERT INTO account (book, item, state, place, pool, lot, balance, held, floor) VALUES "
            for (index, (key, quantity)) in piece.enumerated() {
                precondition(quantity > 0 && key.book == source.book && key.item == source.item, "an opening of another item")
                if index > 0 { accounts += ", " }
                accounts += """
                    (\(key.book), \(key.item), \(key.state), \(key.place), \(key.pool), \(key.lot), \(quantity), 0, \(key.firstFloor))
                    """
            }
            let opened = try transaction.rows(accounts + " RETURNING id, balance") { try ($0.next(Int64.self), $0.next(Int64.self)) }
            var entries: SQL = "INSERT INTO entry (at, source, target, quantity, document, reason, actor, channel) VALUES "
            for (index, (id, quantity)) in opened.enumerated() {
                if index > 0 { entries += ", " }
                entries += """
                    (\(now), \(origin.id), \(id), \(quantity), \(posting.document), \(posting.reason), \(posting.origin.actor), \
                    \(posting.origin.channel))
                    """
            }
            try transaction.run(entries)
        }
        let sum = targets.reduce(0) { $0 + $1.quantity }
        try move([source: -sum], of: [source: origin], in: transaction)
    }

    private static let openingSize = 200
}
