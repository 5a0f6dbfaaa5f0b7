import Database
import Essentials

extension Seat {
    /// Commits a write, together with those in line that want what it wants, and answers all of them.
    ///
    /// What others were in the way of is tried again; then each by itself, so that one cannot hold up its neighbours.
    func commit(
        _ first: any PendingWrite, options: PostgresDatabase.Options, next: () -> (any PendingWrite)?, heard: ([any Sendable]) -> Void
    ) {
        var group = [first]
        let end = ContinuousClock.now + options.groupTime
        do {
            try connection().commitGroup(&group, upTo: options.groupSize, until: end, next: next)
            heard(group.flatMap(\.announcements))
            for write in group { write.answer() }
        } catch DatabaseFault.outcomeUnknown(let name) {
            for write in group { write.refuse(DatabaseFault.outcomeUnknown(name)) }
        } catch {
            for write in group { commitAlone(write, heard: heard) }
        }
    }

    private func commitAlone(_ write: any PendingWrite, heard: ([any Sendable]) -> Void) {
        do {
            try persistently(since: write.asked) { connection in
                var group = [write]
                try connection.commitGroup(&group, upTo: 1, until: .now, next: { nil })
            }
            heard(write.announcements)
            write.answer()
        } catch {
            write.refuse(error)
        }
    }
}
