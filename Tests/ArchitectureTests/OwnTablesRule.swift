/// A slice reads and writes its own tables. What the kit keeps (accounts, facts) may be read by rooms that use
/// that part of the kit, and is written by nobody else.
struct OwnTablesRule {
    /// The room that makes each table.
    let owners: [String: PackageTable.Room]

    init(schemas: [(source: SwiftSource, room: PackageTable.Room)]) {
        var owners: [String: PackageTable.Room] = [:]
        for (source, room) in schemas {
            for literal in source.literals where literal.value.contains("CREATE ") {
                for match in literal.value.matches(of: /CREATE\s+(?:TABLE|VIEW)\s+(?:IF NOT EXISTS\s+)?(\w+)/) {
                    owners[String(match.output.1)] = room
                }
            }
        }
        self.owners = owners
    }

    func findings(in source: SwiftSource, of room: PackageTable.Room) -> [Finding] {
        source.literals.flatMap { literal in
            Self.uses(in: literal.value).compactMap { use in
                guard let owner = owners[use.table], owner.name != room.name else { return nil }
                if owner.floor == .kit, !use.writes, room.uses.contains(owner.name) { return nil }
                return Finding(
                    path: source.path, line: literal.line,
                    message:
                        "\(room.name) \(use.writes ? "writes" : "reads") the table \(use.table) of \(owner.name): call a verb of \(owner.name), or follow its facts"
                )
            }
        }
    }

    /// Surfaces call verbs; they hold no SQL at all.
    static func statements(in source: SwiftSource, of room: PackageTable.Room) -> [Finding] {
        guard room.floor == .surfaces else { return [] }
        return source.literals.filter { $0.value.contains(/SELECT\s(?:.|\n)*\sFROM\s|INSERT INTO\s|UPDATE\s+\w+\s+SET\s|DELETE FROM\s/) }
            .map {
                Finding(path: source.path, line: $0.line, message: "SQL in a surface: it belongs beside its noun, in the slice")
            }
    }

    struct Use: Hashable {
        let table: String
        let writes: Bool
    }

    /// Tables that a statement names; the names of its own common table expressions are none.
    static func uses(in literal: String) -> Set<Use> {
        guard ["SELECT", "FROM", "JOIN", "INTO", "UPDATE", "DELETE", "REFERENCES"].contains(where: literal.contains) else { return [] }
        let own = Set(literal.matches(of: commonTable).map { String($0.output.1) })
        var uses: Set<Use> = []
        for match in literal.matches(of: tableUse.wordBoundaryKind(.simple)) {
            let writes = !["FROM", "JOIN"].contains(String(match.output.1))
            for item in match.output.2.split(separator: ",") {
                guard let name = item.split(whereSeparator: \.isWhitespace).first, !own.contains(String(name)) else { continue }
                uses.insert(Use(table: String(name), writes: writes))
            }
        }
        return uses
    }

    /// `WITH name AS (`, `, name (columns) AS (`
    private static var commonTable: Regex<(Substring, Substring)> {
        /(?:WITH|RECURSIVE|,)\s+(\w+)\s*(?:\([^)]*\)\s*)?AS\s+(?:(?:NOT )?MATERIALIZED\s*)?\(/
    }

    /// `FROM product p, variant AS v`: keywords are upper case and aliases lower case, so the two cannot be mixed up.
    private static var tableUse: Regex<(Substring, Substring, Substring)> {
        /\b(DELETE FROM|FROM|JOIN|INTO|UPDATE|REFERENCES)\s+(\w+(?:\s+(?:AS\s+)?[a-z]\w*)?(?:\s*,\s*[a-z]\w*(?:\s+(?:AS\s+)?[a-z]\w*)?)*)/
    }
}
