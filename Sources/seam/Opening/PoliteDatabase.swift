import Database
import Essentials
import Synchronization

/// A database that a command shares with a serving shop: after each write it lets the others have the file for a moment.
///
/// SQLite wakes nobody when it becomes free; who asks again at once gets it before those who wait. So an import pauses as
/// long as its last write took, at least while somebody else has written lately; alone it runs at full speed.
final class PoliteDatabase: Database {
    /// Others count as busy for so long after their last write.
    private static let memory = Duration.seconds(1)
    private static let longest = Duration.milliseconds(40)

    private let shared: any Database
    private let clock = ContinuousClock()
    private let othersWroteAt = Mutex<ContinuousClock.Instant?>(nil)
    private let listening = Mutex<Task<Void, Never>?>(nil)

    init(_ shared: any Database) {
        self.shared = shared
        let ticks = shared.foreignCommits()
        let task = Task { [weak self] in
            for await _ in ticks { self?.hear() }
        }
        listening.withLock { $0 = task }
    }

    deinit {
        listening.withLock { $0?.cancel() }
    }

    private func hear() {
        othersWroteAt.withLock { $0 = clock.now }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T { try await shared.read(body) }

    func write<T: Sendable>(
        contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let began = clock.now
        let value = try await shared.write(contending: contending, body)
        let now = clock.now
        if let heard = othersWroteAt.withLock({ $0 }), now - heard < Self.memory {
            try await Task.sleep(for: min(now - began, Self.longest))
        }
        return value
    }

    var heedsContention: Bool { shared.heedsContention }
    func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) { shared.afterCommit(observer) }
    func foreignCommits() -> AsyncStream<Void> { shared.foreignCommits() }
    func close() async { await shared.close() }
}
