/// Many writers, who commit in another order than they began in: a fact of a transaction that is older than the oldest one
/// still running can have no newcomer before it.
///
/// Only transactions that write count, but those of every database of the server do: one that stays open for an hour
/// holds the feed up for an hour.
extension FeedWords {
    static let postgres = FeedWords(
        place: "xact, seq", behind: { "(xact, seq) > (\($0.transaction), \($0.seq))" }, order: "xact, seq",
        latestFirst: "xact DESC, seq DESC", settled: "xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
}
