import Database

extension MoveWords {
    static let sqlite = MoveWords(
        columns: """
            SELECT tab.name, col.name FROM sqlite_schema AS tab, pragma_table_info(tab.name) AS col
            WHERE tab.type = 'table' AND tab.name NOT LIKE 'sqlite_%' ORDER BY tab.name, col.cid
            """,
        table: { "SELECT 1 FROM sqlite_schema WHERE name = \($0)" },
        keepingNumbers: "",
        engineColumns: [:],
        lastNumber: { "SELECT seq FROM sqlite_sequence WHERE name = \($0.name)" },
        numberOn: { table, number in
            [
                "DELETE FROM sqlite_sequence WHERE name = \(table.name)",
                "INSERT INTO sqlite_sequence (name, seq) VALUES (\(table.name), \(number))",
            ]
        },
        lookAround: nil)
}
