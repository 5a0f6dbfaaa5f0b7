import Database

/// Where a fact stands in the feed. Later facts have greater places; a place says nothing in another epoch.
///
/// On PostgreSQL transactions commit in another order than their facts were numbered in, so there facts stand in the order of
/// their transactions; on SQLite there is one writer, and every transaction is 0.
public struct FeedPlace: Comparable, Hashable, Sendable {
    public let transaction: Int64
    public let seq: Int64

    public init(transaction: Int64 = 0, seq: Int64) {
        self.transaction = transaction
        self.seq = seq
    }

    /// Before the first fact.
    public static let beginning = FeedPlace(seq: 0)

    public static func < (a: FeedPlace, b: FeedPlace) -> Bool {
        (a.transaction, a.seq) < (b.transaction, b.seq)
    }

    /// About how many facts stand between this place and a later one: numbers that were drawn and given up count too.
    public func distance(to later: FeedPlace) -> Int64 {
        later > self ? max(1, later.seq - seq) : 0
    }

    /// Whether no fact can stand between the two, now or later.
    func isRightAfter(_ other: FeedPlace) -> Bool {
        transaction == 0 && other.transaction == 0 && seq == other.seq + 1
    }
}

extension FeedPlace: Readable {
    public init(row: inout Row) throws {
        transaction = try row.next()
        seq = try row.next()
    }
}

/// How the order of the feed is said to an engine.
struct FeedWords: Sendable {
    /// A fact's place, as two columns.
    let place: SQL
    /// Facts behind a place.
    let behind: @Sendable (FeedPlace) -> SQL
    let order: SQL
    let latestFirst: SQL
    /// Facts before which none can appear any more.
    let settled: SQL
}

extension Reading {
    var feedWords: FeedWords {
        switch connection.engine {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }
}
