import Database

/// From the dialect that Seam is written in, PostgreSQL's, to SQLite's.
enum SQLiteDialect {
    /// A query or a change: there are no row locks where there is one writer.
    static func statement(_ text: String) -> String {
        text.replacing("FOR UPDATE SKIP LOCKED", with: "").replacing(" FOR UPDATE", with: "").replacing("\nFOR UPDATE", with: "\n")
    }

    /// The statements of a migration: types by their names here, and tables that are STRICT about them.
    static func definition(_ script: String, clustered: [String] = []) -> String {
        statements(Migration.part(of: script, for: .sqlite)).map { statement in
            var text = statement
            for (theirs, ours) in types { text = text.replacing(theirs, with: ours) }
            guard text.hasPrefix("CREATE TABLE") else { return text }
            let isClustered = clustered.contains { text.hasPrefix("CREATE TABLE \($0) (") }
            return text + (isClustered ? " STRICT, WITHOUT ROWID" : " STRICT")
        }
        .joined(separator: ";\n")
    }

    /// Longer names first.
    private static let types = [
        ("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT"),
        ("DOUBLE PRECISION", "REAL"),
        ("SMALLINT", "INTEGER"),
        ("BIGINT", "INTEGER"),
        ("BOOLEAN", "INTEGER"),
        ("BYTEA", "BLOB"),
        ("UUID", "BLOB"),
    ]

    /// Cuts at the semicolons that end a line, as migrations write them.
    private static func statements(_ script: String) -> [String] {
        script.split(separator: /;[ \t]*(\n|$)/).map { $0.trimmingPrefix(while: \.isWhitespace) }.filter { !$0.isEmpty }.map(String.init)
    }
}
