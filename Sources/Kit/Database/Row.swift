/// The row that a statement stands on, read column by column in the order of the SELECT.
public struct Row {
    private let cells: any Cells
    private var column = 0

    public init(_ cells: any Cells) {
        self.cells = cells
    }

    /// The next column's value.
    /// - Throws: `DatabaseFault.column` when it holds no value of the type that is asked for.
    public mutating func next<T: Storable>(_: T.Type = T.self) throws -> T {
        defer { column += 1 }
        guard let value = T.restored(from: cells, at: column) else {
            throw DatabaseFault.column(column, wanted: String(describing: T.self))
        }
        return value
    }

    /// Passes over a column.
    public mutating func skip() {
        column += 1
    }
}

/// A noun that is read from the columns of a row, in its own order.
public protocol Readable {
    init(row: inout Row) throws
}
