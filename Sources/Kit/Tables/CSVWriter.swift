import Foundation

/// Writes records that `CSVReader` and spreadsheets read back as the same cells (RFC 4180).
public struct CSVWriter {
    private let sink: ([UInt8]) throws -> Void
    private var buffer: [UInt8] = []

    /// Hands finished bytes to `sink`, some 64 KB at a time. Call `flush()` at the end.
    public init(_ sink: @escaping ([UInt8]) throws -> Void) {
        self.sink = sink
    }

    /// Writes a file anew.
    /// - Throws: `TableRefusal.unreadable` when it cannot be made.
    public init(path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw TableRefusal.unreadable(path)
        }
        self.init { try file.write(contentsOf: Data($0)) }
    }

    public mutating func write(_ cells: [String]) throws {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(.comma) }
            append(cell, alone: cells.count == 1)
        }
        buffer.append(.lineFeed)
        if buffer.count >= 1 << 16 { try flush() }
    }

    public mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Quotes what would be read as something else: an only cell that is empty would be an empty line.
    private mutating func append(_ cell: String, alone: Bool) {
        let needsQuotes =
            alone && cell.isEmpty || cell.hasPrefix("\u{feff}")
            || cell.utf8.contains { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
        guard needsQuotes else {
            buffer.append(contentsOf: cell.utf8)
            return
        }
        buffer.append(.quote)
        for byte in cell.utf8 {
            if byte == .quote { buffer.append(.quote) }
            buffer.append(byte)
        }
        buffer.append(.quote)
    }
}
