import Database
import Essentials

/// Where the followers of a feed stand, said in the numbers of its facts alone: what holds in another database, too.
public struct FollowerPlaces: Sendable, Equatable {
    public let numbers: [String: Int64]
}

extension Feed {
    /// What an engine writes beside the facts, and what moved facts have there instead: transactions are numbered anew in each
    /// database, so whatever was moved belongs to transaction 0, before the first.
    public static let engineColumns: [String: [String: Int64]] = ["fact": ["xact": 0]]

    /// Where each follower would stand if the facts were in the order of their numbers.
    ///
    /// - Throws: `FeedRefusal.followerBehind` when a follower has worked a fact and not yet one of a lower number, so that no
    ///   number says where it stands.
    public static func places(in snapshot: some Reading) throws -> FollowerPlaces {
        let words = snapshot.feedWords
        let followers = try snapshot.rows("SELECT name, xact, cursor FROM follower") { try ($0.next(String.self), FeedPlace(row: &$0)) }
        let numbers = try followers.map { name, place -> (String, Int64) in
            let behind = words.behind(place)
            let worked = try snapshot.value("SELECT MAX(seq) FROM fact WHERE NOT (\(sql: behind))", as: Int64.self)
            let waiting = try snapshot.value("SELECT MIN(seq) FROM fact WHERE \(sql: behind)", as: Int64.self)
            let number = max(worked ?? 0, waiting == nil ? place.seq : 0)
            guard waiting.map({ $0 > number }) ?? true else { throw FeedRefusal.followerBehind(name) }
            return (name, number)
        }
        return FollowerPlaces(numbers: Dictionary(numbers, uniquingKeysWith: max))
    }

    /// Takes a moved feed over: every follower goes on where it stood, on whichever node comes first, and a new epoch begins, so
    /// that cursors of before are recognised.
    public static func takeOver(_ places: FollowerPlaces, in transaction: Transaction, world: World) throws {
        for (name, number) in places.numbers.sorted(by: { $0.key < $1.key }) {
            try transaction.run(
                """
                UPDATE follower SET xact = 0, cursor = \(number), node = NULL, leased_until = NULL WHERE name = \(name)
                """)
        }
        try beginEpoch(in: transaction, world: world)
    }
}

/// What the feed may refuse.
public enum FeedRefusal: Refusal, Equatable {
    case followerBehind(String)

    public var code: String { "feed.follower_behind" }
    public var kind: RefusalKind { .conflict }

    public var sentence: Sentence {
        switch self {
        case .followerBehind(let name):
            "“\(name)” has not worked all facts yet: let a server run until it has, then move the shop."
        }
    }
}
