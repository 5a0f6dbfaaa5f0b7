import Foundation

/// Reads comma-separated values (RFC 4180) record by record, whatever the size of the file.
///
///     var reader = try CSVReader(path: path)
///     let sku = try reader.header.column("Variant SKU")
///     while let row = try reader.next() {
///         switch row {
///         case .success(let record): take(record[sku], line: record.line)
///         case .failure(let fault): report.refuse(fault)
///         }
///     }
///
/// The first record names the columns. Empty lines are passed over.
public struct CSVReader {
    public private(set) var header = CSVHeader([])

    private let nextChunk: () throws -> [UInt8]?
    private var scanner: CSVScanner
    private var chunk: [UInt8] = []
    private var position = 0
    private var isOver = false

    /// Reads from `nextChunk` until it answers `nil` or nothing.
    /// - Throws: `TableRefusal` when there is no usable header, and what `nextChunk` throws.
    public init(separator: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits(), chunks nextChunk: @escaping () throws -> [UInt8]?)
        throws
    {
        self.nextChunk = nextChunk
        scanner = CSVScanner(separator: separator, limits: limits)
        guard try completeRecord() else { throw TableRefusal.empty }
        defer { scanner.reset() }
        if scanner.bytes.starts(with: [0xff, 0xfe]) || scanner.bytes.starts(with: [0xfe, 0xff]) { throw TableRefusal.encoding }
        switch record(of: nil) {
        case .success(let record): header = CSVHeader(record.cells)
        case .failure(let fault): throw TableRefusal.header(fault)
        }
    }

    /// Reads a file, a quarter of a megabyte at a time.
    /// - Throws: `TableRefusal.unreadable` when it cannot be opened.
    public init(path: String, separator: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw TableRefusal.unreadable(path) }
        try self.init(separator: separator, limits: limits) {
            do { return try file.read(upToCount: 1 << 18).map { [UInt8]($0) } } catch { throw TableRefusal.unreadable(path) }
        }
    }

    /// The next record, or what is wrong with it; `nil` at the end.
    /// - Throws: only what the source of the bytes throws.
    public mutating func next() throws -> Result<CSVRecord, CSVFault>? {
        guard try completeRecord() else { return nil }
        defer { scanner.reset() }
        return record(of: header)
    }

    /// Scans until the scanner holds a whole record.
    private mutating func completeRecord() throws -> Bool {
        while !isOver {
            let isComplete = chunk.withUnsafeBufferPointer { scanner.scan($0, from: &position) }
            if isComplete { return true }
            guard let fresh = try nextChunk(), !fresh.isEmpty else {
                isOver = true
                chunk = []
                return scanner.finish()
            }
            chunk = fresh
            position = 0
        }
        return false
    }

    private func record(of header: CSVHeader?) -> Result<CSVRecord, CSVFault> {
        let names = header ?? CSVHeader([])
        if let problem = problem(expecting: header?.names.count) {
            return .failure(CSVFault(problem, lines: scanner.firstLine...scanner.lastLine, header: names))
        }
        return .success(CSVRecord(header: names, line: scanner.firstLine, bytes: scanner.bytes, ends: scanner.ends))
    }

    private func problem(expecting count: Int?) -> CSVFault.Problem? {
        if let problem = scanner.problem { return problem }
        if let count, scanner.ends.count != count { return .cells(found: scanner.ends.count, expected: count) }
        guard !scanner.bytes.isText else { return nil }
        let starts = [0] + scanner.ends.map { $0 + 1 }
        let column = zip(starts, scanner.ends).enumerated().first { !Array(scanner.bytes[$1.0..<$1.1]).isText }?.offset
        return .notText(column: column ?? 0)
    }
}

extension [UInt8] {
    /// Whether this is UTF-8 that a database's TEXT can hold: PostgreSQL's takes no zero byte.
    fileprivate var isText: Bool {
        let hasZero = withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        return !hasZero && String(validating: self, as: UTF8.self) != nil
    }
}
