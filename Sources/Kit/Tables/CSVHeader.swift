/// The names in the first line of a file, and where their cells are.
public struct CSVHeader: Sendable, Equatable {
    /// As written, without the spaces around them.
    public let names: [String]
    private let positions: [String: [Int]]

    init(_ cells: [String]) {
        names = cells.map(Self.trimmed)
        positions = Dictionary(grouping: names.indices) { [names] in names[$0].lowercased() }
    }

    /// A column that must be there, whatever the case of its name.
    /// - Throws: `TableRefusal.missingColumns` or `.repeatedColumn`.
    public func column(_ name: String) throws -> CSVColumn {
        guard let column = try optionalColumn(name) else { throw TableRefusal.missingColumns([name]) }
        return column
    }

    /// A column that may be missing.
    /// - Throws: `TableRefusal.repeatedColumn` when it is there twice, since nobody can tell which one counts.
    public func optionalColumn(_ name: String) throws -> CSVColumn? {
        guard let found = positions[name.lowercased()], let first = found.first else { return nil }
        guard found.count == 1 else { throw TableRefusal.repeatedColumn(name) }
        return CSVColumn(name: names[first], position: first)
    }

    /// Checks a whole list at once, so that a file is refused in one sentence.
    /// - Throws: `TableRefusal.missingColumns` with every one that is missing.
    public func require(_ wanted: [String]) throws {
        let missing = wanted.filter { positions[$0.lowercased()] == nil }
        guard missing.isEmpty else { throw TableRefusal.missingColumns(missing) }
    }

    func name(at position: Int) -> String? {
        names.indices.contains(position) ? names[position] : nil
    }

    private static func trimmed(_ name: String) -> String {
        var name = name[...]
        while name.first?.isWhitespace == true { name.removeFirst() }
        while name.last?.isWhitespace == true { name.removeLast() }
        return String(name)
    }
}

/// One column of a file.
public struct CSVColumn: Sendable, Hashable {
    public let name: String
    public let position: Int
}
