import Database

/// Which tables a move copies, and in which order.
struct MovePlan: Sendable {
    let tables: [MovedTable]

    /// The tables that the migrations make, first those that others refer to, as the two databases really have them.
    ///
    /// - Throws: `MoveRefusal.schemaDiffers` when the migrations and the two databases do not agree on every table and column,
    ///   so that nothing could be forgotten.
    init(_ migrations: [Migration], from source: any Database, to target: any Database) async throws {
        let sides = try await [source.read { try Side(in: $0) }, target.read { try Side(in: $0) }]
        guard let described = sides.compactMap(\.described).first else { throw MoveRefusal.sameEngine }
        let names = Self.tables(of: migrations)
        for side in sides {
            for table in Set(names).symmetricDifference(side.columns.keys).sorted() {
                throw MoveRefusal.schemaDiffers(table: table, "not every part of the shop knows it")
            }
        }
        tables = try names.map { name in
            guard let table = described[name], !table.key.isEmpty else {
                throw MoveRefusal.schemaDiffers(table: name, "it has no primary key")
            }
            for side in sides {
                let others = Set(table.columns.map(\.name)).symmetricDifference(side.columns[name, default: []])
                if let column = others.sorted().first { throw MoveRefusal.schemaDiffers(table: name, "column “\(column)”") }
            }
            return table
        }
    }

    /// The names of the tables that migrations make, in the order in which they do.
    static func tables(of migrations: [Migration]) -> [String] {
        var names: [String] = []
        for migration in migrations {
            for match in migration.script.matches(of: /CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)/) {
                let name = String(match.output.1)
                if !names.contains(name) { names.append(name) }
            }
            for match in migration.script.matches(of: /DROP TABLE (?:IF EXISTS )?"?(\w+)/) { names.removeAll { $0 == match.output.1 } }
        }
        return names
    }

    /// What one database has.
    private struct Side: Sendable {
        /// By table; without what the engine writes by itself, and without what is no shop's.
        let columns: [String: Set<String>]
        /// On PostgreSQL.
        let described: [String: MovedTable]?

        init(in snapshot: Snapshot) throws {
            let words = snapshot.moveWords
            let all = try snapshot.rows(words.columns) { try ($0.next(String.self), $0.next(String.self)) }
                .filter { !Self.besideTheShop.contains($0.0) && words.engineColumns[$0.0]?[$0.1] == nil }
            columns = Dictionary(grouping: all, by: \.0).mapValues { Set($0.map(\.1)) }
            described = snapshot.connection.engine == .postgres ? try MovedTable.describe(in: snapshot) : nil
        }

        private static let besideTheShop: Set = ["migration", "move_mark"]
    }
}
