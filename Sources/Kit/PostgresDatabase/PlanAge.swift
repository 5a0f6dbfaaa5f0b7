/// How old the plans are by which the server runs a session's statements.
///
/// The server keeps the plan of a prepared statement for as long as the session lives. A plan that was made while a table held
/// a few rows reads it from end to end, and goes on doing so when it holds a hundred thousand, until somebody analyzes the
/// table: a shop that opened this morning would read every cart to find one. So each session lets its plans be made anew when
/// they have lasted as long as it had lived before, and every few minutes at last, at less than a millisecond for a statement.
struct PlanAge {
    /// The longest that plans last.
    static let most = Duration.minutes(5)

    private var pause: Duration
    private var end: ContinuousClock.Instant

    /// - Parameter first: how long the first plans last; each later ones twice as long.
    init(first: Duration) {
        pause = first
        end = .now + first
    }

    /// Whether plans are to be made anew now; the next question is about the next ones.
    mutating func areOver() -> Bool {
        let now = ContinuousClock.now
        guard now >= end else { return false }
        pause = min(pause * 2, Self.most)
        end = now + pause
        return true
    }
}
