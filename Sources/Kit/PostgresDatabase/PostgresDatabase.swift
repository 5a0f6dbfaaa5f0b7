import Database
import Essentials
import Foundation
import Synchronization

/// A shop in a PostgreSQL database, which any number of nodes share.
///
/// Reads see one consistent state (`REPEATABLE READ READ ONLY`) and never wait for writers; writes are `READ COMMITTED` with
/// row locks. A few connections serve each, every one on a thread of its own; work beyond them waits in line, for a while.
public final class PostgresDatabase: Database, Sendable {
    public struct Options: Sendable {
        /// Whether a commit waits for the disk of the server. Only tests and throw-away copies may do without.
        public var isDurable = true
        /// Connections that read, and connections that write; without a number as many as suit where the server is.
        public var readers: Int?
        public var writers: Int?
        /// What the server's processes that serve this node are to run on, alone: for several nodes that share a machine with the
        /// server and were given a part of its processors each. Refused where that cannot be.
        public var sessionProcessors: Processors?
        /// The most reads, and the most writes, that may wait for a connection.
        public var waiting = 4_000
        /// How long they may wait.
        public var patience = Duration.seconds(5)
        /// How long a change is tried again after conflicts and lost connections.
        public var persistence = Duration.seconds(5)
        /// How long one statement may run; zero for as long as it likes.
        public var statementTimeout = Duration.seconds(30)
        public var lockTimeout = Duration.seconds(5)
        /// How long writes that contend for one key gather in one transaction, and how many.
        public var groupTime = Duration.milliseconds(20)
        public var groupSize = 32
        /// The schema that holds the tables, where it is not the one that the address leads to. It must be there.
        public var schema: String?
        /// How long the server's first plans of a session's statements are kept; later ones longer and longer.
        public var plansLast = Duration.seconds(2)
        /// Hears the text of each statement: for statement budgets.
        public var trace: (@Sendable (String) -> Void)?

        public init() {}

        /// As many as keep the processors busy. On a server that shares this machine's, more would only take turns on them, each
        /// with a process of its own that has to fetch its plans again; one that is elsewhere is waited for, so there it takes more.
        func connections(to address: PostgresAddress) -> (reading: Int, writing: Int) {
            let here = Processors.ownCount + 1
            return (readers ?? (address.isHere ? min(6, here) : 6), writers ?? (address.isHere ? min(10, here) : 10))
        }

        /// Of the connections that write, every third may have a group that passes through what all writers want: the others write
        /// meanwhile. More groups would be smaller, with a commit each, and wait for one another's rows.
        static func groups(among writers: Int) -> Int { max(1, writers / 3) }

        func manners(plansOnce: Bool = false) -> PostgresLink.Manners {
            .init(
                statementTimeout: statementTimeout, lockTimeout: lockTimeout, isDurable: isDurable, plansOnce: plansOnce,
                processors: sessionProcessors, schema: schema)
        }
    }

    public let address: PostgresAddress
    private let options: Options
    private let reading: Lane
    private let writing: Lane
    private let bell: Bell
    private let observers: Observers
    private let groups: Int

    /// Signs in, and sees that the database is empty or Seam's.
    /// - Throws: `DatabaseFault` with one sentence: `address`, `noServer`, `rejected`, `missing`, `foreign`, `unbound`.
    public init(_ url: String, options: Options = Options()) async throws {
        let address = try PostgresAddress(url)
        let observers = Observers()
        let outage = Outage()
        let connections = options.connections(to: address)
        let bell = Bell(at: address, manners: options.manners())
        self.address = address
        self.options = options
        self.bell = bell
        self.observers = observers
        groups = Options.groups(among: connections.writing)
        reading = Lane(
            "seam-reader", at: address,
            limits: .init(threads: connections.reading, waiting: options.waiting, patience: options.patience),
            outage: outage, seat: { Seat(address, options: options, outage: outage, knowsItsStatements: false) }
        ) { work, seat, _ in
            (work as? any PendingRead)?.run(on: seat)
        }
        writing = Lane(
            "seam-writer", at: address,
            limits: .init(threads: connections.writing, waiting: options.waiting, patience: options.patience),
            outage: outage, seat: { Seat(address, options: options, outage: outage, knowsItsStatements: true) }
        ) { work, seat, next in
            guard let write = work as? any PendingWrite else { return }
            seat.commit(write, options: options, next: { next() as? any PendingWrite }) { notes in
                observers.hear(notes)
                bell.ring()
            }
        }
        do {
            // Whoever has just typed an address is told at once when nobody answers there.
            try await withCheckedThrowingContinuation { reading.submit(Read(persists: false, { try Self.claim($0, address) }, $0)) }
        } catch {
            await close()
            throw error
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { reading.submit(Read(body, $0)) }
    }

    public func write<T: Sendable>(
        contending keys: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let dealt = keys.map { $0.dealt(to: groups) }
        return try await withCheckedThrowingContinuation { writing.submit(Write(contending: dealt, body, $0)) }
    }

    /// Those that wait for one key share a transaction.
    public var heedsContention: Bool { true }

    public func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) {
        observers.add(observer)
    }

    public func foreignCommits() -> AsyncStream<Void> {
        bell.listen()
    }

    public func close() async {
        await withCheckedContinuation { continuation in
            let thread = Thread { [reading, writing, bell] in
                writing.close()
                reading.close()
                bell.close()
                continuation.resume()
            }
            thread.start()
        }
    }

    /// A database that has tables and none of Seam's belongs to somebody else.
    private static func claim(_ snapshot: Snapshot, _ address: PostgresAddress) throws {
        let isOurs = try snapshot.exists(
            """
            SELECT 1 FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = 'migration' AND column_name = 'fingerprint'
            """)
        if isOurs { return }
        guard try !snapshot.exists("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() LIMIT 1") else {
            throw DatabaseFault.foreign("\(address)")
        }
    }
}

/// Those who hear of commits, one commit at a time.
final class Observers: Sendable {
    private let all = Mutex<[@Sendable ([any Sendable]) -> Void]>([])

    func add(_ observer: @escaping @Sendable ([any Sendable]) -> Void) {
        all.withLock { $0.append(observer) }
    }

    func hear(_ notes: [any Sendable]) {
        guard !notes.isEmpty else { return }
        all.withLock { observers in
            for observer in observers { observer(notes) }
        }
    }
}
