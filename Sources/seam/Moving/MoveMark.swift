import Database

/// Lies in both databases of a move, so that half a shop is never served, nor one that lives elsewhere now.
///
/// It is a table of its own and no step of the schema: a shop that was never moved does not have it.
struct MoveMark: Sendable, Equatable {
    /// The epoch of the feed that moves: the same for the same shop, whatever its file is called.
    let shop: UInt128
    /// Whether the shop moves away from here; otherwise it comes here and is not whole yet.
    let leaves: Bool
    /// The other database, in words.
    let other: String

    static func find(in snapshot: some Reading) throws -> MoveMark? {
        guard try snapshot.exists(snapshot.moveWords.table("move_mark")) else { return nil }
        return try snapshot.row("SELECT shop, leaves, other FROM move_mark") {
            try MoveMark(shop: $0.next(), leaves: $0.next(), other: $0.next())
        }
    }

    func set(in transaction: Transaction) throws {
        try Self.clear(in: transaction)
        try transaction.connection.define(
            "CREATE TABLE move_mark (shop UUID NOT NULL PRIMARY KEY, leaves BOOLEAN NOT NULL, other TEXT NOT NULL)")
        try transaction.run("INSERT INTO move_mark (shop, leaves, other) VALUES (\(shop), \(leaves), \(other))")
    }

    static func clear(in transaction: Transaction) throws {
        try transaction.connection.define("DROP TABLE IF EXISTS move_mark")
    }

    /// - Throws: `MoveRefusal.unfinished` when half a shop lies here.
    static func refuseHalf(in snapshot: some Reading) throws {
        guard let mark = try find(in: snapshot), !mark.leaves else { return }
        throw MoveRefusal.unfinished
    }

    /// - Throws: `MoveRefusal` when there is a mark: nobody may go on with this database as if it were a shop.
    static func refuseAny(in snapshot: some Reading) throws {
        guard let mark = try find(in: snapshot) else { return }
        throw mark.leaves ? MoveRefusal.away(mark.other) : .unfinished
    }
}
