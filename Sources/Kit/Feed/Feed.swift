import Database
import Essentials

/// The one ordered feed of facts.
public enum Feed {
    /// The facts after a place in the feed, oldest first.
    public static func facts(after seq: Int64, limit: Int, in snapshot: some Reading) throws -> [RecordedFact] {
        try snapshot.rows(
            "SELECT \(sql: RecordedFact.columns) FROM fact WHERE seq > \(seq) ORDER BY seq LIMIT \(limit)", as: RecordedFact.self)
    }

    /// What has happened to one thing, newest first.
    public static func facts(about subject: UInt128, limit: Int, in snapshot: some Reading) throws -> [RecordedFact] {
        try snapshot.rows(
            "SELECT \(sql: RecordedFact.columns) FROM fact WHERE subject = \(subject) ORDER BY seq DESC LIMIT \(limit)",
            as: RecordedFact.self)
    }

    /// The place of the newest fact; 0 for an empty feed.
    public static func last(in snapshot: some Reading) throws -> Int64 {
        try snapshot.value("SELECT MAX(seq) FROM fact") ?? 0
    }

    /// Which life of the database this is. A restored database begins another one, so that a cursor of before is recognised.
    public static func epoch(in transaction: Transaction, world: World) throws -> UInt128 {
        if let epoch = try currentEpoch(in: transaction) { return epoch }
        return try beginEpoch(in: transaction, world: world)
    }

    public static func currentEpoch(in snapshot: some Reading) throws -> UInt128? {
        try snapshot.value("SELECT epoch FROM feed_epoch ORDER BY began_at DESC, epoch DESC LIMIT 1")
    }

    /// Begins another life of the feed: after a restore, or a move to another database.
    @discardableResult
    public static func beginEpoch(in transaction: Transaction, world: World) throws -> UInt128 {
        let epoch = UInt128(world.random.next()) << 64 | UInt128(world.random.next())
        try transaction.run("INSERT INTO feed_epoch (epoch, began_at) VALUES (\(epoch), \(world.now))")
        return epoch
    }
}
