import Database
import Essentials

extension Follower {
    /// Goes through the facts that concern it and that it has not worked yet, settled or not, oldest first, in pieces: for
    /// whoever holds what it keeps against what that is made of.
    public func eachWaiting(in snapshot: Snapshot, _ body: ([RecordedFact]) throws -> Void) throws {
        let words = snapshot.feedWords
        var place = try FollowerState.find(name, in: snapshot)?.cursor ?? .beginning
        while true {
            let facts = try snapshot.rows(
                """
                SELECT \(sql: words.place), \(sql: RecordedFact.columns) FROM fact
                WHERE \(sql: words.behind(place)) AND topic IN \(list: topics.sorted()) ORDER BY \(sql: words.order) LIMIT \(Self.reach)
                """, as: RecordedFact.self)
            if !facts.isEmpty { try body(facts) }
            guard facts.count == Self.reach, let last = facts.last else { return }
            place = last.place
        }
    }
}
