/// How much of one record a reader keeps. What is longer is refused, and skipped without being stored.
public struct CSVLimits: Sendable {
    /// Bytes in one cell.
    public let cell: Int
    /// Bytes in one record.
    public let record: Int
    /// Cells in one record.
    public let cells: Int

    public init(cell: Int = 1_000_000, record: Int = 8_000_000, cells: Int = 10_000) {
        self.cell = cell
        self.record = record
        self.cells = cells
    }
}
