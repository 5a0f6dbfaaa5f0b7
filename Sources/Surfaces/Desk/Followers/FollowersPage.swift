import Database
import Essentials
import Feed
import Hummingbird
import Web

/// What follows the feed, how far each has come, and what stops it.
struct FollowersPage: DeskPage {
    let frame: Frame
    let rows: [FollowerRow]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let last = try Feed.last(in: snapshot)
        frame = visit.frame(.followers)
        rows = try FollowerState.all(in: snapshot).map { FollowerRow($0, last: last, clock: visit.clock) }
    }

    static let answers: Answers = ["frame": \.frame, "rows": \.rows, "isEmpty": \.rows.isEmpty]
}

struct FollowerRow: Shown {
    let state: FollowerState
    /// About how many facts it has not looked at yet.
    let behind: Int64
    let movedAt: Moment
    let retryAt: Moment?

    init(_ state: FollowerState, last: FeedPlace, clock: ShopClock) {
        self.state = state
        behind = state.cursor.distance(to: last)
        movedAt = Moment(state.movedAt, clock)
        retryAt = Moment(state.retryAt, clock)
    }

    static let answers: Answers = [
        "name": \.state.name, "behind": \.behind, "failures": \.state.failures, "fault": \.state.error, "movedAt": \.movedAt,
        "retryAt": \.retryAt, "isFailing": { $0.state.failures > 0 }, "isBehind": { $0.behind > 0 },
    ]
}

extension Desk {
    func showFollowers(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try FollowersPage(visit, in: $0) })
    }
}
