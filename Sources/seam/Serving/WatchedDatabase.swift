import Database
import Essentials
import Logging
import Synchronization

/// A database whose faults are told to whoever runs the shop: one sentence in the log when it begins to fail, one each
/// minute while it goes on, one when it works again. Shoppers read a sentence of their own (`DatabaseFault.message`).
final class WatchedDatabase: Database {
    private struct Trouble {
        var toldAt: Instant
        /// How many reads or writes failed since then.
        var untold = 0
    }

    /// What fails is told again after this long.
    private static let interval = Duration.minutes(1)

    private let watched: any Database
    private let world: World
    private let logger: Logger
    /// By code. Reads and writes fail apart: on a full disk reading goes on.
    private let writing = Mutex<[String: Trouble]>([:])
    private let reading = Mutex<[String: Trouble]>([:])

    init(_ watched: any Database, world: World, logger: Logger) {
        self.watched = watched
        self.world = world
        self.logger = logger
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        do {
            let value = try await watched.read(body)
            recovered(reading, "reading")
            return value
        } catch let fault as DatabaseFault {
            tell(fault, reading, "reading")
            throw fault
        }
    }

    func write<T: Sendable>(
        contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        do {
            let value = try await watched.write(contending: contending, body)
            recovered(writing, "writing")
            return value
        } catch let fault as DatabaseFault {
            tell(fault, writing, "writing")
            throw fault
        }
    }

    var heedsContention: Bool { watched.heedsContention }
    func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) { watched.afterCommit(observer) }
    func foreignCommits() -> AsyncStream<Void> { watched.foreignCommits() }
    func close() async { await watched.close() }

    private func tell(_ fault: DatabaseFault, _ troubles: borrowing Mutex<[String: Trouble]>, _ what: String) {
        if fault == .closed { return }
        guard fault.kind == .unavailable else {
            logger.error("\(fault)", metadata: ["code": "\(fault.code)", "while": "\(what)"])
            return
        }
        let now = world.now
        let more = troubles.withLock { troubles -> Int? in
            if let trouble = troubles[fault.code], now - trouble.toldAt < Self.interval {
                troubles[fault.code]?.untold += 1
                return nil
            }
            defer { troubles[fault.code] = Trouble(toldAt: now) }
            return troubles[fault.code]?.untold ?? 0
        }
        guard let more else { return }
        logger.error("\(fault)", metadata: ["code": "\(fault.code)", "while": "\(what)", "more": "\(more)"])
    }

    private func recovered(_ troubles: borrowing Mutex<[String: Trouble]>, _ what: String) {
        let ended = troubles.withLock { troubles -> Bool in
            guard !troubles.isEmpty else { return false }
            troubles = [:]
            return true
        }
        if ended { logger.notice("The database works again.", metadata: ["while": "\(what)"]) }
    }
}
