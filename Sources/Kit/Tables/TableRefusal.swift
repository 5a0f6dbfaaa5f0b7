import Essentials

/// What is wrong with a file as a whole; nothing of it was used.
public enum TableRefusal: Refusal, Equatable {
    case unreadable(String)
    case empty
    /// The file is UTF-16.
    case encoding
    case header(CSVFault)
    case missingColumns([String])
    /// A column that the reader needs is there twice.
    case repeatedColumn(String)

    public var code: String {
        switch self {
        case .unreadable: "table.unreadable"
        case .empty: "table.empty"
        case .encoding: "table.encoding"
        case .header: "table.header"
        case .missingColumns: "table.missing_columns"
        case .repeatedColumn: "table.repeated_column"
        }
    }

    public var sentence: Sentence {
        switch self {
        case .unreadable(let path): "\(path) cannot be read; check that the file exists and may be opened."
        case .empty: "The file is empty; its first line must name the columns."
        case .encoding: "The file is UTF-16; save it as CSV in UTF-8."
        case .header(let fault): "The first line, which names the columns, cannot be read: \(fault.sentence)"
        case .missingColumns(let names) where names.count == 1: "The column \(Self.list(names)) is missing; nothing was read."
        case .missingColumns(let names): "The columns \(Self.list(names)) are missing; nothing was read."
        case .repeatedColumn(let name): "The column “\(name)” is there twice; nothing was read."
        }
    }

    private static func list(_ names: [String]) -> String {
        let quoted = names.map { "“\($0)”" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
