import Foundation
import Synchronization

/// Runs heavy work away from the threads that serve everybody: on a few threads of its own, first come first served,
/// with a bounded queue. The threads live only while there is work.
final class FewThreads: Sendable {
    private typealias Job = @Sendable () -> Void

    private struct State {
        var running = 0
        var queue: [Job] = []
    }

    private enum Admission { case start, wait, refuse }

    private let atOnce: Int
    private let waiting: Int
    private let state = Mutex(State())

    init(atOnce: Int, waiting: Int) {
        self.atOnce = atOnce
        self.waiting = waiting
    }

    /// - Throws: what `work` throws; `SecretRefusal.busy` when the queue is full.
    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job: Job = { continuation.resume(with: Result(catching: work)) }
            switch admit(job) {
            case .start: Thread.detachNewThread { self.work(startingWith: job) }
            case .wait: break
            case .refuse: continuation.resume(throwing: SecretRefusal.busy)
            }
        }
    }

    private func admit(_ job: @escaping Job) -> Admission {
        state.withLock { state in
            if state.running < atOnce {
                state.running += 1
                return .start
            }
            guard state.queue.count < waiting else { return .refuse }
            state.queue.append(job)
            return .wait
        }
    }

    private func work(startingWith first: @escaping Job) {
        var job: Job? = first
        while let current = job {
            current()
            job = state.withLock { state in
                guard !state.queue.isEmpty else {
                    state.running -= 1
                    return nil
                }
                return state.queue.removeFirst()
            }
        }
    }
}
