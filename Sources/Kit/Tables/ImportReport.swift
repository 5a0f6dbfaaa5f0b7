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
    /// Sound rows that were not taken, since another row of the same thing was refused.
    public private(set) var fallenCount = 0
    private let kept: Int

    /// Rows of what was created, updated or left alone: of a thing that takes several, all of them.
    public var takenCount: Int { rowsRead - refusedCount - fallenCount }

    /// - Parameter kept: how many refusals are kept with their reasons, so that a hopeless file fills no memory.
    public init(keeping kept: Int = 1_000) {
        self.kept = kept
    }

    /// - Parameter fallen: how many other rows of the same thing are not taken either.
    public mutating func refuse(line: Int, column: String? = nil, reason: Sentence, fallen: Int = 0) {
        refusedCount += 1
        fallenCount += fallen
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

    /// For a terminal: one line of figures, another one where things take several rows, then a line for each refusal that
    /// was kept.
    public var text: String {
        var lines = ["\(rowsRead) rows read: \(created) created, \(updated) updated, \(unchanged) unchanged, \(refusedCount) refused."]
        if takenCount != created + updated + unchanged || fallenCount > 0 {
            lines.append(
                "  Row by row: \(takenCount) were taken, \(refusedCount) refused, \(fallenCount) fell with those that were refused.")
        }
        lines += refused.map { "  " + $0.description }
        if refusedCount > refused.count { lines.append("  … and \(refusedCount - refused.count) more.") }
        return lines.joined(separator: "\n")
    }
}
