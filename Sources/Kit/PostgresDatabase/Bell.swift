import CPostgres
import Database
import Essentials
import Foundation
import Synchronization

/// Tells other nodes that something was committed here, and hears it from them, by `LISTEN` and `NOTIFY` on a connection of its
/// own. It rings after the commit and at most every few milliseconds: inside a transaction, `NOTIFY` would make all commits
/// of the server wait for one another.
///
/// A ring may be lost with its connection; so listeners are woken a few times a second whether or not it rings.
final class Bell: @unchecked Sendable {
    /// How often listeners look, ring or no ring.
    static let lookAround = Duration.milliseconds(400)
    /// The least between two rings.
    static let pause = Duration.milliseconds(50)

    private let address: PostgresAddress
    private let manners: PostgresLink.Manners
    private let state = Mutex(State())
    /// A byte in it wakes the thread.
    private let wake: (reading: Int32, writing: Int32)

    private struct State {
        var isRunning = false
        var isPulled = false
        var isClosed = false
        var listeners: [AsyncStream<Void>.Continuation] = []
    }

    init(at address: PostgresAddress, manners: PostgresLink.Manners) {
        self.address = address
        self.manners = manners
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = (ends[0], ends[1])
    }

    func ring() {
        let isFirst = state.withLock { state in
            defer { state.isPulled = true }
            start(&state)
            return !state.isPulled
        }
        if isFirst { rouse() }
    }

    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { state in
            state.listeners.append(continuation)
            start(&state)
        }
        return stream
    }

    func close() {
        let (wasRunning, listeners) = state.withLock { state in
            state.isClosed = true
            return (state.isRunning, state.listeners)
        }
        for listener in listeners { listener.finish() }
        if wasRunning { rouse() } else { closeWake() }
    }

    private func start(_ state: inout State) {
        guard !state.isRunning, !state.isClosed else { return }
        state.isRunning = true
        let thread = Thread { [self] in work() }
        thread.name = "seam-bell"
        thread.start()
    }

    private func rouse() {
        var byte: UInt8 = 1
        _ = write(wake.writing, &byte, 1)
    }

    private func closeWake() {
        Foundation.close(wake.reading)
        Foundation.close(wake.writing)
    }

    // MARK: The thread

    private func work() {
        var link: PostgresLink?
        var looked = ContinuousClock.now
        while !state.withLock({ $0.isClosed }) {
            if link == nil || link?.isLost == true { link = try? connect() }
            let isRung = wait(for: link, atMost: Self.lookAround - (.now - looked))
            let isPulled = state.withLock { state in
                defer { state.isPulled = false }
                return state.isPulled
            }
            if isPulled, let link {
                try? link.settle("NOTIFY seam")
                Thread.sleep(forTimeInterval: Double(Self.pause.microseconds) / 1e6)
            }
            guard isRung || .now - looked >= Self.lookAround else { continue }
            looked = .now
            for listener in state.withLock({ $0.listeners }) { listener.yield() }
        }
        closeWake()
    }

    private func connect() throws -> PostgresLink {
        let link = try PostgresLink.open(address, manners: manners)
        _ = PQexitPipelineMode(link.handle)
        try link.settle("SET synchronous_commit = off; LISTEN seam")
        return link
    }

    /// Returns when somebody rings there or here, or after a while.
    /// - Returns: whether another node rang, or may have: the connection is gone.
    private func wait(for link: PostgresLink?, atMost patience: Duration) -> Bool {
        var ends = [pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0)]
        if let link { ends.append(pollfd(fd: PQsocket(link.handle), events: Int16(POLLIN), revents: 0)) }
        poll(&ends, nfds_t(ends.count), Int32(max(0, patience.microseconds / 1_000)))
        if ends[0].revents != 0 {
            var drain = [UInt8](repeating: 0, count: 64)
            _ = read(wake.reading, &drain, drain.count)
        }
        guard let link, PQconsumeInput(link.handle) == 1 else {
            link?.markLost()
            return link != nil
        }
        var isRung = false
        while let notice = PQnotifies(link.handle) {
            // One's own rings come back, too.
            if notice.pointee.be_pid != PQbackendPID(link.handle) { isRung = true }
            PQfreemem(notice)
        }
        return isRung
    }
}
