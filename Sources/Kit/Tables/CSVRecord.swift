/// One record of a file: as many cells as its header has, all of them UTF-8 without zero bytes.
public struct CSVRecord: Sendable {
    public let header: CSVHeader
    /// The line that it begins on; 1 is the first line of the file.
    public let line: Int
    private let bytes: [UInt8]
    private let ends: [Int]

    init(header: CSVHeader, line: Int, bytes: [UInt8], ends: [Int]) {
        self.header = header
        self.line = line
        self.bytes = bytes
        self.ends = ends
    }

    /// The cell, exactly as written between its quotes.
    public subscript(column: CSVColumn) -> String { self[column.position] }

    public subscript(position: Int) -> String {
        String(decoding: self.bytes(at: position), as: UTF8.self)
    }

    /// The cell of the column with that name, or `nil` when the file has no such column.
    public subscript(name: String) -> String? {
        (try? header.optionalColumn(name)).flatMap { $0 }.map { self[$0] }
    }

    public func isEmpty(_ column: CSVColumn) -> Bool { bytes(at: column.position).isEmpty }

    /// The cell's UTF-8, without making a string of it.
    public func bytes(at position: Int) -> ArraySlice<UInt8> {
        bytes[(position == 0 ? 0 : ends[position - 1] + 1)..<ends[position]]
    }

    public var cells: [String] { ends.indices.map { self[$0] } }
}
