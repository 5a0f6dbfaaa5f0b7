/// A table that only grows, and that an engine may keep in pieces: each holds so many of the numbers that the database gives
/// its rows, and numbers rise with time, so that a piece is a span of time that can be archived or dropped as a whole.
public struct PartitionedTable: Sendable {
    public let name: String
    /// The column that the database numbers.
    let number: String
    /// How many numbers a piece has room for.
    let size: Int64

    public init(_ name: String, by number: String, size: Int64 = 10_000_000) {
        self.name = name
        self.number = number
        self.size = size
    }

    /// So many empty pieces are kept behind the one that is being filled.
    static let ahead: Int64 = 2
}

extension Database {
    /// Makes pieces ahead of time, on whichever node comes first: at the start of a program, before much is written, and
    /// now and then. Nothing to do while there are enough, nor on an engine that keeps the table in one piece.
    /// - Parameter number: there is to be room for at least this one.
    public func makeRoom(in table: PartitionedTable, upTo number: Int64 = 0) async throws {
        let isRoomy = try await read { snapshot in
            guard let words = snapshot.partitionWords else { return true }
            return try words.room(in: table, snapshot) >= words.wanted(in: table, atLeast: number, snapshot)
        }
        guard !isRoomy else { return }
        try await write { transaction in
            guard let words = transaction.partitionWords else { return }
            try transaction.enter("partitions of \(table.name)")
            var end = try words.room(in: table, transaction)
            let wanted = try words.wanted(in: table, atLeast: number, transaction)
            while end < wanted {
                try transaction.connection.define(words.piece(of: table, from: end))
                end += table.size
            }
        }
    }
}

/// How an engine that keeps tables in pieces is spoken to.
struct PartitionWords: Sendable {
    /// The first number that no piece has room for.
    let end: @Sendable (PartitionedTable) -> SQL
    /// The last number that was given.
    let last: @Sendable (PartitionedTable) -> SQL
    /// A new piece that begins with a number.
    let definition: @Sendable (PartitionedTable, Int64) -> String

    func room(in table: PartitionedTable, _ snapshot: some Reading) throws -> Int64 {
        guard let end = try snapshot.value(end(table), as: Int64.self) else {
            throw DatabaseFault.engine("the table “\(table.name)” has no pieces")
        }
        return end
    }

    func wanted(in table: PartitionedTable, atLeast number: Int64, _ snapshot: some Reading) throws -> Int64 {
        let last = try snapshot.value(last(table), as: Int64.self) ?? 0
        return (max(last, number) / table.size + 1 + PartitionedTable.ahead) * table.size
    }

    func piece(of table: PartitionedTable, from start: Int64) -> String { definition(table, start) }
}

extension Reading {
    var partitionWords: PartitionWords? {
        switch connection.engine {
        case .sqlite: nil
        case .postgres: .postgres
        }
    }
}
