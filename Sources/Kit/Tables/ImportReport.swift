import Essentials

/// What an import did. A bad row is counted and named here, and never stops the rest.
public struct ImportReport: Sendable, Equatable {
    /// One row that was not taken, and why.
    public struct Refused: Sendable, Equatable, CustomStringConvertible {
        /// The line that the row begins on; 1 is the header.
        public let line: Int
        /// The column that the reason is about, when it is about one.
        public let column: String?
        public let reason: Sentence

        public var description: String {
            column.map { "line \(line), \($0): \(reason)" } ?? "line \(line): \(reason)"
        }
    }

    /// Rows behind the header, taken or not.
    public var rowsRead = 0
    public var created = 0
    public var updated = 0
    public var unchanged = 0
    /// All of them; `refused` keeps the first only.
    public private(set) var refusedCount = 0
    public private(set) var refused: [Refused] = []
    private let kept: Int

    /// - Parameter kept: how many refusals are kept with their reasons, so that a hopeless file fills no memory.
    public init(keeping kept: Int = 1_000) {
        self.kept = kept
    }

    public mutating func refuse(line: Int, column: String? = nil, reason: Sentence) {
        refusedCount += 1
        if refused.count < kept { refused.append(Refused(line: line, column: column, reason: reason)) }
    }

    public mutating func refuse(_ fault: CSVFault) {
        let last = fault.lines.upperBound
        let reason: Sentence = last > fault.lines.lowerBound ? "\(fault.sentence) The row goes on to line \(last)." : fault.sentence
        refuse(line: fault.lines.lowerBound, column: fault.field, reason: reason)
    }

    public mutating func refuse(line: Int, _ refusal: any Refusal) {
        refuse(line: line, column: refusal.field, reason: refusal.sentence)
    }

    /// Puts the refusals that were kept in the order of their lines, when rows were taken in groups.
    public mutating func sortRefusals() {
        refused.sort { $0.line < $1.line }
    }

    /// For a terminal: one line of figures, then a line for each refusal that was kept.
    public var text: String {
        var lines = ["\(rowsRead) rows read: \(created) created, \(updated) updated, \(unchanged) unchanged, \(refusedCount) refused."]
        lines += refused.map { "  " + $0.description }
        if refusedCount > refused.count { lines.append("  … and \(refusedCount - refused.count) more.") }
        return lines.joined(separator: "\n")
    }
}
