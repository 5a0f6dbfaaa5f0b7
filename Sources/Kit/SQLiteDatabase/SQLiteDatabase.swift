import Database
import Essentials
import Foundation

/// A shop in one file: one writer that commits in groups, a few readers that never wait for it.
///
/// Other processes may share the file. Every answered write is on the disk (`synchronous=FULL`), unless the
/// caller asked for less.
public final class SQLiteDatabase: Database, Sendable {
    public struct Options: Sendable {
        /// Whether a commit waits for the disk. Only tests and throw-away copies may do without.
        public var isDurable = true
        public var readers = 3
        /// Page cache of each connection, in MiB; the system keeps the rest of the file.
        public var cacheMegabytes = 12
        /// Page cache of the writer in a file of more than 1 GiB, in MiB (decision 0015).
        ///
        /// In a smaller one SQLite (3.39 and later) looks through the writer's whole cache at each commit: balancing a tree it lends a
        /// page the number of the lock page, which lies at 1 GiB, and then drops what seems to lie behind the end of the file. With
        /// 96 MiB that took 9% of a checkout.
        public var largeCacheMegabytes = 96
        /// How long a write waits while another process holds the file.
        public var patience = Duration.seconds(5)
        /// Whether nobody else may have the file open meanwhile.
        public var isAlone = false
        /// The most pages that the file may have; `nil` for as many as the disk holds.
        public var pageLimit: Int?
        /// Hears the text of each statement: for statement budgets.
        public var trace: (@Sendable (String) -> Void)?

        public init() {}
    }

    public let path: String
    private let writer: Writer
    private let flusher: Flusher
    private let checkpointer: Checkpointer
    private let readers: ReaderPool
    private let lock: FileLock

    /// Opens the file, or creates it.
    /// - Throws: `DatabaseFault` with one sentence: `foreign`, `readOnly`, `unreachable`, `locked`, `full`.
    public init(path: String, options: Options = Options()) throws {
        self.path = path
        try FilePermissions.requireWriting(path)
        lock = try FileLock(beside: path, options.isAlone ? .exclusive : .shared)
        let connection: SQLiteConnection
        do { connection = try Self.open(path, options: options) } catch {
            if case .foreign = error as? DatabaseFault { lock.withdraw() } else { lock.release() }
            throw error
        }
        let second = try SQLiteFile(path: path, access: .writing, cacheKilobytes: 2_048)
        let readers = try (0..<max(1, options.readers)).map { _ in
            let file = try SQLiteFile(path: path, access: .reading, cacheKilobytes: options.cacheMegabytes * 1_024)
            return SQLiteConnection(file, trace: options.trace)
        }
        let log = options.isDurable ? try LogFile(of: path) : nil
        flusher = Flusher { try log?.sync() }
        checkpointer = Checkpointer(connection: SQLiteConnection(second))
        writer = Writer(connection: connection, flusher: flusher, checkpointer: checkpointer)
        self.readers = ReaderPool(readers)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        let answer = try await readers.read(body)
        // Nobody is told what a power cut could still take back.
        try await flusher.settle()
        return answer
    }

    public func write<T: Sendable>(
        contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            writer.submit(Write(body, continuation))
        }
    }

    public func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) {
        flusher.observe(observer)
    }

    public func foreignCommits() -> AsyncStream<Void> {
        writer.foreignCommits()
    }

    public func close() async {
        await withCheckedContinuation { continuation in
            let thread = Thread { [writer, flusher, checkpointer] in
                writer.end()
                flusher.close()
                checkpointer.close()
                continuation.resume()
            }
            thread.start()
        }
        await readers.close()
        writer.closeFile()
        lock.release()
    }

    private static func open(_ path: String, options: Options) throws -> SQLiteConnection {
        let isLarge = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int).map { $0 > 1 << 30 } ?? false
        let cache = isLarge ? options.largeCacheMegabytes : options.cacheMegabytes
        let file = try SQLiteFile(path: path, access: .writing, cacheKilobytes: cache * 1_024)
        let connection = SQLiteConnection(file, trace: options.trace)
        try connection.command("PRAGMA busy_timeout = \(options.patience.microseconds / 1_000)")
        // Nothing is written before it is known to be ours.
        try claim(connection)
        try connection.command("PRAGMA journal_mode = WAL")
        // A commit leaves the log to the flusher, which syncs it before anybody is answered; checkpoints sync for themselves.
        try connection.command("PRAGMA synchronous = \(options.isDurable ? "NORMAL" : "OFF")")
        connection.countsLog()
        // Debian's SQLite blanks what is deleted, at the price of more pages; blanked where the page is written anyway.
        try connection.command("PRAGMA secure_delete = FAST")
        if let limit = options.pageLimit { try connection.command("PRAGMA max_page_count = \(limit)") }
        return connection
    }

    /// Marks an empty file as Seam's, and refuses a database that another program made.
    private static func claim(_ connection: SQLiteConnection) throws {
        let owner = try connection.number("PRAGMA application_id")
        if owner == applicationID { return }
        guard owner == 0, try connection.number("SELECT count(*) FROM sqlite_schema") == 0 else {
            throw DatabaseFault.foreign(connection.file.path)
        }
        try connection.command("PRAGMA application_id = \(applicationID)")
    }

    /// “Seam” in ASCII.
    static let applicationID: Int64 = 0x5365_616d
}
