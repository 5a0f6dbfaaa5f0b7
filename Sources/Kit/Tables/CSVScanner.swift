import Foundation

/// Finds the records in a stream of bytes (RFC 4180). It keeps its place between chunks, so a record may begin in one
/// and end in another, and it stores no more of a record than `CSVLimits` allows.
struct CSVScanner {
    private enum State {
        /// At the first byte of a cell.
        case fresh
        /// In a cell without quotes.
        case bare
        /// Between a cell's quotes.
        case quoted
        /// Behind a quote inside quotes: the cell's end, or the first half of a doubled quote.
        case closing
    }

    let separator: UInt8
    let limits: CSVLimits

    /// The cells of the record so far, a comma between them, so that broken UTF-8 cannot join over a boundary.
    private(set) var bytes: [UInt8] = []
    /// Where each finished cell ends in `bytes`.
    private(set) var ends: [Int] = []
    private(set) var problem: CSVFault.Problem?
    /// The lines that the record begins and ends on.
    private(set) var firstLine = 1
    private(set) var lastLine = 1

    /// The line that the scanner stands on.
    private var line = 1
    private var state = State.fresh
    private var cellStart = 0
    private var cellWasQuoted = false
    private var started = false
    private var behindCarriageReturn = false
    private var markBytesSeen = 0
    private var markIsPossible = true

    init(separator: UInt8, limits: CSVLimits) {
        self.separator = separator
        self.limits = limits
    }

    /// Goes on until a record is complete (`true`) or the chunk is used up (`false`).
    mutating func scan(_ chunk: UnsafeBufferPointer<UInt8>, from position: inout Int) -> Bool {
        if markIsPossible { skipByteOrderMark(chunk, from: &position) }
        while position < chunk.count {
            switch state {
            case .fresh:
                if !started, chunk[position] == .lineFeed, behindCarriageReturn {
                    behindCarriageReturn = false
                    position += 1
                    continue
                }
                behindCarriageReturn = false
                started = true
                if chunk[position] == .quote {
                    state = .quoted
                    cellWasQuoted = true
                    position += 1
                } else {
                    state = .bare
                }
            case .bare:
                if scanBare(chunk, from: &position) { return true }
            case .quoted:
                scanQuoted(chunk, from: &position)
            case .closing:
                scanClosing(chunk, from: &position)
            }
        }
        return false
    }

    /// The file is over: whether a last record without a line break is waiting.
    mutating func finish() -> Bool {
        markIsPossible = false
        guard started else { return false }
        if state == .quoted { problem = problem ?? .unterminatedQuote(column: ends.count) }
        return endRecord()
    }

    /// Forgets the record that was handed out.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        problem = nil
        cellStart = 0
        firstLine = line
    }

    private mutating func scanBare(_ chunk: UnsafeBufferPointer<UInt8>, from position: inout Int) -> Bool {
        let start = position
        var end = start
        while end < chunk.count, chunk[end] != separator, chunk[end] != .lineFeed, chunk[end] != .carriageReturn { end += 1 }
        store(chunk, start..<end)
        position = end
        guard end < chunk.count else { return false }
        position += 1
        if chunk[end] == separator {
            endCell()
            return false
        }
        behindCarriageReturn = chunk[end] == .carriageReturn
        let isRecord = endRecord()
        line += 1
        if !isRecord { firstLine = line }
        return isRecord
    }

    private mutating func scanQuoted(_ chunk: UnsafeBufferPointer<UInt8>, from position: inout Int) {
        let start = position
        let end = chunk.first(.quote, in: start..<chunk.count) ?? chunk.count
        store(chunk, start..<end)
        countLines(chunk, start..<end)
        position = end
        guard end < chunk.count else { return }
        behindCarriageReturn = false
        state = .closing
        position += 1
    }

    /// CRLF is one line break, and so is either half alone.
    private mutating func countLines(_ chunk: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var rest = range
        while let found = chunk.first(.carriageReturn, in: rest) {
            line += 1
            rest = found + 1..<range.upperBound
        }
        rest = range
        while let found = chunk.first(.lineFeed, in: rest) {
            let isSecondHalf = found > range.lowerBound ? chunk[found - 1] == .carriageReturn : behindCarriageReturn
            if !isSecondHalf { line += 1 }
            rest = found + 1..<range.upperBound
        }
        if !range.isEmpty { behindCarriageReturn = chunk[range.upperBound - 1] == .carriageReturn }
    }

    private mutating func scanClosing(_ chunk: UnsafeBufferPointer<UInt8>, from position: inout Int) {
        switch chunk[position] {
        case .quote:
            store(chunk, position..<position + 1)
            position += 1
            state = .quoted
        case separator, .lineFeed, .carriageReturn:
            state = .bare
        default:
            problem = problem ?? .textBehindQuote(column: ends.count)
            state = .bare
        }
    }

    private mutating func store(_ chunk: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard problem == nil else { return }
        if bytes.count - cellStart + range.count > limits.cell {
            problem = .cellTooLong(column: ends.count, limit: limits.cell)
        } else if bytes.count + range.count > limits.record || ends.count > limits.cells {
            problem = .recordTooLong
        } else {
            bytes.append(contentsOf: chunk[range])
        }
    }

    private mutating func endCell() {
        state = .fresh
        cellWasQuoted = false
        guard problem == nil else { return }
        ends.append(bytes.count)
        bytes.append(.comma)
        cellStart = bytes.count
    }

    /// - Returns: `false` for an empty line, which is no record.
    private mutating func endRecord() -> Bool {
        let isEmpty = bytes.isEmpty && ends.isEmpty && problem == nil && !cellWasQuoted
        endCell()
        lastLine = line
        started = false
        if isEmpty { reset() }
        return !isEmpty
    }

    /// Excel begins UTF-8 files with U+FEFF.
    private mutating func skipByteOrderMark(_ chunk: UnsafeBufferPointer<UInt8>, from position: inout Int) {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        while position < chunk.count, markBytesSeen < mark.count {
            guard chunk[position] == mark[markBytesSeen] else {
                // It only looked like one: these bytes belong to the first cell.
                if markBytesSeen > 0 {
                    bytes += mark[..<markBytesSeen]
                    started = true
                    state = .bare
                }
                markIsPossible = false
                return
            }
            markBytesSeen += 1
            position += 1
        }
        if markBytesSeen == mark.count { markIsPossible = false }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = baseAddress, let found = memchr(base + range.lowerBound, Int32(byte), range.count) else {
            return nil
        }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
