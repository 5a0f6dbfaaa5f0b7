import Essentials

/// What is wrong with one record of a file. The records behind it are read all the same.
public struct CSVFault: Refusal, Equatable {
    public enum Problem: Sendable, Equatable {
        /// A quote opens and the file ends before it closes.
        case unterminatedQuote(column: Int)
        /// Something stands between a closing quote and the next separator.
        case textBehindQuote(column: Int)
        /// Bytes.
        case cellTooLong(column: Int, limit: Int)
        case recordTooLong
        /// The bytes are no UTF-8, or hold a zero byte.
        case notText(column: Int)
        case cells(found: Int, expected: Int)
    }

    public let problem: Problem
    /// The lines that the record covers; 1 is the first line of the file.
    public let lines: ClosedRange<Int>
    /// The name of the column that the problem is in, when it is in one.
    public let field: String?

    init(_ problem: Problem, lines: ClosedRange<Int>, header: CSVHeader) {
        self.problem = problem
        self.lines = lines
        field =
            switch problem {
            case .unterminatedQuote(let column), .textBehindQuote(let column), .cellTooLong(let column, _), .notText(let column):
                header.name(at: column)
            case .recordTooLong, .cells: nil
            }
    }

    public var code: String {
        switch problem {
        case .unterminatedQuote: "table.unterminated_quote"
        case .textBehindQuote: "table.text_behind_quote"
        case .cellTooLong: "table.cell_too_long"
        case .recordTooLong: "table.record_too_long"
        case .notText: "table.not_text"
        case .cells: "table.cells"
        }
    }

    public var sentence: Sentence {
        switch problem {
        case .unterminatedQuote: "A quote opens here and never closes; nothing of what follows it was read."
        case .textBehindQuote: "There is text behind the closing quote of a cell; a quote inside a cell is written twice."
        case .cellTooLong(_, let limit): "The cell is longer than \(limit) bytes."
        case .recordTooLong: "The row is too long."
        case .notText: "The cell is not UTF-8 text; save the file as UTF-8."
        case .cells(let found, let expected): "The row has \(found) cells, and the header has \(expected)."
        }
    }
}
