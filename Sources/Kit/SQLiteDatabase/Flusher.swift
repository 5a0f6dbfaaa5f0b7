import Database
import Foundation
import Synchronization

/// Brings committed groups to the disk and only then answers them, while the writer goes on with the next group.
///
/// One sync makes durable whatever was committed before it began: one group, or several when the disk is the slower one.
/// Once a sync has failed everything is refused: what the file holds is then another thing than what memory shows.
final class Flusher: @unchecked Sendable {
    private let sync: @Sendable () throws -> Void
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var waiting: [WriteGroup] = []
    private var readers: [(group: Int, reader: CheckedContinuation<Void, any Error>)] = []
    /// Groups that may be seen by readers, and groups that are on the disk.
    private var begun = 0
    private var flushed = 0
    private var isClosed = false
    private var hasEnded = false
    private var fault: (any Error)?

    private let observers = Mutex<[@Sendable ([any Sendable]) -> Void]>([])

    /// - Parameter sync: returns when everything that was committed before the call is on the disk.
    init(sync: @escaping @Sendable () throws -> Void) {
        self.sync = sync
        let thread = Thread { [self] in work() }
        thread.name = "seam-flusher"
        thread.start()
    }

    func observe(_ observer: @escaping @Sendable ([any Sendable]) -> Void) {
        observers.withLock { $0.append(observer) }
    }

    /// The next group is about to be committed: whoever reads from now on may see it. A `flush` follows, whatever becomes of it.
    func expect() {
        condition.withLock { begun += 1 }
    }

    /// Takes over a group that was expected, to answer it when it is on the disk.
    func flush(_ group: WriteGroup) {
        condition.withLock {
            waiting.append(group)
            condition.signal()
        }
    }

    /// Returns when everything that a reader may have seen until now is on the disk.
    /// - Throws: `DatabaseFault.unsynced` when it may never be.
    func settle() async throws {
        guard condition.withLock({ flushed < begun || fault != nil }) else { return }
        try await withCheckedThrowingContinuation { reader in
            let outcome = condition.withLock { () -> Result<Void, any Error>? in
                if let fault { return .failure(fault) }
                guard flushed < begun, !hasEnded else { return .success(()) }
                readers.append((begun, reader))
                return nil
            }
            if let outcome { reader.resume(with: outcome) }
        }
    }

    /// Answers what waits, ends the thread, and blocks until it has ended.
    func close() {
        condition.withLock {
            isClosed = true
            condition.signal()
            while !hasEnded { condition.wait() }
        }
    }

    private func work() {
        while let groups = take() {
            let fault = bringToDisk(groups)
            for group in groups {
                let refusal = group.fault ?? fault
                if refusal == nil, !group.announcements.isEmpty {
                    for observer in observers.withLock({ $0 }) { observer(group.announcements) }
                }
                group.answer(refusal)
            }
            release(groups.count, fault)
        }
        for (_, reader) in end() { reader.resume() }
    }

    /// Waits for groups; `nil` at the end.
    private func take() -> [WriteGroup]? {
        condition.withLock {
            while waiting.isEmpty, !isClosed { condition.wait() }
            defer { waiting = [] }
            return waiting.isEmpty ? nil : waiting
        }
    }

    /// - Returns: why nothing can be promised any more, if so.
    private func bringToDisk(_ groups: [WriteGroup]) -> (any Error)? {
        if let fault = condition.withLock({ fault }) { return fault }
        guard groups.contains(where: { $0.fault == nil }) else { return nil }
        do {
            try sync()
            return nil
        } catch {
            condition.withLock { fault = error }
            return error
        }
    }

    private func release(_ count: Int, _ fault: (any Error)?) {
        let settled = condition.withLock {
            flushed += count
            let settled = readers.filter { $0.group <= flushed }
            readers.removeAll { $0.group <= flushed }
            return settled
        }
        for (_, reader) in settled { reader.resume(with: fault.map { .failure($0) } ?? .success(())) }
    }

    private func end() -> [(group: Int, reader: CheckedContinuation<Void, any Error>)] {
        condition.withLock {
            hasEnded = true
            condition.broadcast()
            defer { readers = [] }
            return readers
        }
    }
}
