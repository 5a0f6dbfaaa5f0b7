/// A shop's database, whichever engine keeps it.
///
/// The closures are synchronous, so that nothing can wait on a network while rows are locked. A closure may be run
/// again after a serialization failure: it touches nothing but its transaction.
public protocol Database: Sendable {
    /// Reads one consistent state. Never waits for a writer.
    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T

    /// Changes all or nothing. It returns only when the change is durable; a throw from `body` undoes it.
    ///
    /// - Parameter contending: what many callers fight for; writes that wait for one key may share a transaction,
    ///   a savepoint each, every one accepted or refused on its own.
    /// - Throws: what `body` throws; `DatabaseFault` when the engine could not keep it.
    @discardableResult
    func write<T: Sendable>(contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// Whether naming what a write contends for changes anything: then it is worth a read to find out.
    var heedsContention: Bool { get }

    /// Calls `observer` after each commit of this process, before the writers are answered, with what their
    /// transactions announced, in the order of the commits. It must be quick and must not throw or write.
    func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void)

    /// Ticks when another process has changed the database; ticks may be merged.
    func foreignCommits() -> AsyncStream<Void>

    /// Writes what waits, then refuses everything.
    func close() async
}

extension Database {
    public var heedsContention: Bool { false }

    /// What a write is about to contend for, found by a read where that helps; nothing where it does not.
    public func contended(_ find: @escaping @Sendable (Snapshot) throws -> [ContendedKey]) async throws -> [ContendedKey] {
        try await heedsContention ? read(find) : []
    }

    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await write(contending: [], body)
    }
}

/// Something that many writers want at once: a SKU, a coupon.
public struct ContendedKey: Hashable, Sendable {
    public let bits: UInt128
    private let lot: UInt64?

    /// - Parameter lot: of what every writer wants for a moment only. Writers of different lots may have it side by side, in as
    ///   many groups as the engine finds quick.
    public init(_ bits: UInt128, lot: UInt64? = nil) {
        self.bits = bits
        self.lot = lot
    }

    /// What those want who are dealt out to so many groups.
    public func dealt(to groups: Int) -> ContendedKey {
        lot.map { ContendedKey(bits, lot: $0 % UInt64(groups)) } ?? self
    }
}

/// One consistent state of the database.
public struct Snapshot: Reading {
    public let connection: any Connection

    public init(_ connection: any Connection) {
        self.connection = connection
    }
}

/// A change in the making: all of it is kept, or none.
public final class Transaction: Reading {
    public let connection: any Connection
    /// What observers hear when this commits.
    public private(set) var announcements: [any Sendable] = []

    public init(_ connection: any Connection) {
        self.connection = connection
    }

    /// Runs a statement that changes rows, and waits for nothing: it may travel with those that follow it. What it is refused
    /// for is then thrown by one of them, or when the transaction is to be kept; whoever must know at once asks `rowsChanged`.
    public func run(_ sql: SQL) throws {
        try connection.send(sql, answer: nil)
    }

    /// The same for a statement that returns rows: `answer` is given each of them before the transaction is kept, now or later.
    public func run(_ sql: SQL, answer: @escaping (inout Row) throws -> Void) throws {
        try connection.send(sql, answer: answer)
    }

    /// Adds to a number in some rows when all else is done, so that the rows which everybody changes are locked for the shortest
    /// time, and once for all who share a transaction. Until then nobody sees the change, not even this transaction.
    public func addLast(_ amounts: [Int64: Int64], to column: TallyColumn) throws {
        try connection.addLast(amounts, to: column)
    }

    /// Runs a statement that changes rows, and returns how many it changed.
    public func rowsChanged(by sql: SQL) throws -> Int {
        try connection.execute(sql)
    }

    /// Lets one transaction at a time pass through a door, on all nodes together, until it ends: where a verb decides by
    /// rows that are not there yet, so that there is none to lock.
    public func enter(_ door: String) throws {
        try connection.enter(door)
    }

    /// Tells this process's observers once the change is durable, and never when it is undone.
    public func announce(_ note: some Sendable) {
        announcements.append(note)
    }
}
