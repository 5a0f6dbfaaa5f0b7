import Database
import Essentials

/// The one ordered feed of facts.
public enum Feed {
    /// The facts after a place in the feed, oldest first.
    /// - Parameter settled: only those before which none can appear any more, as whoever follows must ask.
    public static func facts(
        after place: FeedPlace, limit: Int, settled: Bool = true, in snapshot: some Reading
    ) throws -> [RecordedFact] {
        let words = snapshot.feedWords
        return try snapshot.rows(
            """
            SELECT \(sql: words.place), \(sql: RecordedFact.columns) FROM fact
            WHERE \(sql: words.behind(place)) AND \(sql: settled ? words.settled : "TRUE") ORDER BY \(sql: words.order) LIMIT \(limit)
            """, as: RecordedFact.self)
    }

    /// The settled facts of some topics between two places, the second included, oldest first.
    static func facts(
        after start: FeedPlace, upTo end: FeedPlace, on topics: Set<String>, limit: Int, in snapshot: some Reading
    ) throws -> [RecordedFact] {
        let words = snapshot.feedWords
        return try snapshot.rows(
            """
            SELECT \(sql: words.place), \(sql: RecordedFact.columns) FROM fact
            WHERE \(sql: words.behind(start)) AND NOT (\(sql: words.behind(end))) AND topic IN \(list: topics.sorted())
            ORDER BY \(sql: words.order) LIMIT \(limit)
            """, as: RecordedFact.self)
    }

    /// The place to which so many settled facts lead, or as many as there are; `nil` when there is none.
    static func place(after start: FeedPlace, by count: Int, in snapshot: some Reading) throws -> FeedPlace? {
        let words = snapshot.feedWords
        return try snapshot.row(
            """
            SELECT \(sql: words.place) FROM (
                SELECT \(sql: words.order) FROM fact WHERE \(sql: words.behind(start)) AND \(sql: words.settled)
                ORDER BY \(sql: words.order) LIMIT \(count)
            ) AS next ORDER BY \(sql: words.latestFirst) LIMIT 1
            """, as: FeedPlace.self)
    }

    /// The newest facts before which others may still appear, oldest first: for whoever needs no order.
    static func unsettled(after place: FeedPlace, limit: Int, in snapshot: some Reading) throws -> [RecordedFact] {
        let words = snapshot.feedWords
        return try snapshot.rows(
            """
            SELECT \(sql: words.place), \(sql: RecordedFact.columns) FROM fact
            WHERE \(sql: words.behind(place)) AND NOT (\(sql: words.settled)) ORDER BY \(sql: words.latestFirst) LIMIT \(limit)
            """, as: RecordedFact.self
        ).reversed()
    }

    /// Whether there is any fact after a place that is, or is not yet, settled.
    static func isAnything(after place: FeedPlace, settled: Bool, in snapshot: some Reading) throws -> Bool {
        let words = snapshot.feedWords
        let settling: SQL = settled ? words.settled : "NOT (\(sql: words.settled))"
        // In their order, though any would do: without it the server may read all that lie before the place.
        return try snapshot.exists(
            "SELECT 1 FROM fact WHERE \(sql: words.behind(place)) AND \(sql: settling) ORDER BY \(sql: words.order) LIMIT 1")
    }

    /// What has happened to one thing, newest first.
    public static func facts(about subject: UInt128, limit: Int, in snapshot: some Reading) throws -> [RecordedFact] {
        try snapshot.rows(
            """
            SELECT \(sql: snapshot.feedWords.place), \(sql: RecordedFact.columns) FROM fact
            WHERE subject = \(subject) ORDER BY seq DESC LIMIT \(limit)
            """, as: RecordedFact.self)
    }

    /// The place of the newest settled fact; the beginning for an empty feed.
    public static func last(in snapshot: some Reading) throws -> FeedPlace {
        let words = snapshot.feedWords
        return try snapshot.row(
            "SELECT \(sql: words.place) FROM fact WHERE \(sql: words.settled) ORDER BY \(sql: words.latestFirst) LIMIT 1",
            as: FeedPlace.self) ?? .beginning
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
