import Database
import Essentials
import Foundation

/// Work in line for a few threads, a connection each. What waits too long, or finds the line too long, is refused: nobody
/// waits for ever.
///
/// Whoever went idle last is woken first: the server keeps a process for each connection, and a few that are busy all the time
/// have at hand what many that take turns would have to fetch again.
final class Lane: @unchecked Sendable {
    struct Limits {
        var threads: Int
        var waiting: Int
        var patience: Duration
    }

    private let name: String
    private let address: PostgresAddress
    private let limits: Limits
    private let outage: Outage
    private let perform: (any Work, Seat, () -> (any Work)?) -> Void
    private let makeSeat: () -> Seat

    private let condition = NSCondition()
    // Guarded by `condition`.
    private var waiting: [(work: any Work, deadline: ContinuousClock.Instant)] = []
    private var held: Set<ContendedKey> = []
    /// Who has nothing to do, the last to have become so at the end.
    private var idle: [DispatchSemaphore] = []
    /// How many are being woken.
    private var woken = 0
    private var threads = 0
    private var isClosed = false
    private var isWatched = false

    init(
        _ name: String, at address: PostgresAddress, limits: Limits, outage: Outage, seat: @escaping () -> Seat,
        perform: @escaping (any Work, Seat, () -> (any Work)?) -> Void
    ) {
        self.name = name
        self.address = address
        self.limits = limits
        self.outage = outage
        self.perform = perform
        makeSeat = seat
    }

    func submit(_ work: any Work) {
        let fault = condition.withLock { () -> DatabaseFault? in
            if isClosed { return .closed }
            if waiting.count >= limits.waiting { return whyNot }
            waiting.append((work, .now + limits.patience))
            let isShort = waiting.count > idle.count + woken
            wake(1)
            if isShort, threads < limits.threads {
                threads += 1
                start()
            } else if isShort || !work.keys.isEmpty, !isWatched {
                isWatched = true
                Task { await watch() }
            }
            return nil
        }
        if let fault { work.refuse(fault) }
    }

    /// Does what waits, ends the threads, and blocks until they have ended.
    func close() {
        condition.withLock {
            isClosed = true
            wake(idle.count)
            while threads > 0 { condition.wait() }
        }
    }

    // MARK: Threads

    private func start() {
        let thread = Thread { [self] in
            let seat = makeSeat()
            let sleep = DispatchSemaphore(value: 0)
            while let work = take(sleep) {
                var mine = Set(work.keys)
                perform(work, seat) { self.next(sharing: &mine) }
                letGo(of: mine)
            }
            seat.close()
            condition.withLock {
                threads -= 1
                condition.broadcast()
            }
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// The first in line whose keys nobody has; `nil` when the lane has closed and nothing waits.
    private func take(_ sleep: DispatchSemaphore) -> (any Work)? {
        while true {
            let (work, isOver) = condition.withLock { () -> ((any Work)?, Bool) in
                if let place = waiting.firstIndex(where: { held.isDisjoint(with: $0.work.keys) }) { return (remove(at: place), false) }
                guard isClosed, waiting.isEmpty else {
                    idle.append(sleep)
                    return (nil, false)
                }
                wake(idle.count)
                return (nil, true)
            }
            if work != nil || isOver { return work }
            sleep.wait()
            condition.withLock { woken -= 1 }
        }
    }

    /// Wakes so many who have nothing to do; the lock is held.
    private func wake(_ count: Int) {
        for _ in 0..<min(count, idle.count) {
            idle.removeLast().signal()
            woken += 1
        }
    }

    /// The next in line that wants one of the keys that the caller has, and no key of somebody else's.
    private func next(sharing mine: inout Set<ContendedKey>) -> (any Work)? {
        guard !mine.isEmpty else { return nil }
        return condition.withLock {
            let others = held.subtracting(mine)
            let place = waiting.firstIndex { !mine.isDisjoint(with: $0.work.keys) && others.isDisjoint(with: $0.work.keys) }
            guard let place else { return nil }
            let work = remove(at: place)
            mine.formUnion(work.keys)
            return work
        }
    }

    private func remove(at place: Int) -> any Work {
        let work = waiting.remove(at: place).work
        held.formUnion(work.keys)
        return work
    }

    private func letGo(of mine: Set<ContendedKey>) {
        guard !mine.isEmpty else { return }
        condition.withLock {
            held.subtract(mine)
            // What waited for these keys may be any of it.
            wake(waiting.count)
        }
    }

    // MARK: Patience

    /// Why what waits is not done: there is nobody to do it, or there are too many.
    private var whyNot: DatabaseFault { outage.since == nil ? .busy("\(address)") : .noServer("\(address)") }

    /// Refuses what has waited too long, for as long as anything waits.
    private func watch() async {
        while true {
            let (late, nextDeadline) = condition.withLock { () -> ([any Work], ContinuousClock.Instant?) in
                let now = ContinuousClock.now
                let late = waiting.filter { $0.deadline <= now }.map(\.work)
                if !late.isEmpty { waiting.removeAll { $0.deadline <= now } }
                isWatched = !waiting.isEmpty
                return (late, waiting.first?.deadline)
            }
            for work in late { work.refuse(whyNot) }
            guard let nextDeadline else { return }
            try? await Task.sleep(until: nextDeadline)
        }
    }
}
