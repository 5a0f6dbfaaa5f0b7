import Database
import Feed

extension MoveWords {
    static let postgres = MoveWords(
        columns: """
            SELECT table_name::text, column_name::text FROM information_schema.columns
            WHERE table_schema = current_schema() AND NOT EXISTS (
                SELECT 1 FROM pg_class AS piece
                WHERE piece.relispartition AND piece.relname = table_name AND piece.relnamespace = current_schema()::regnamespace
            ) ORDER BY 1, ordinal_position
            """,
        table: { "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = \($0)" },
        keepingNumbers: "OVERRIDING SYSTEM VALUE",
        engineColumns: Feed.engineColumns,
        lastNumber: { table in
            """
            SELECT last_value FROM pg_catalog.pg_sequences WHERE last_value IS NOT NULL
            AND format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(\(table.name), \(table.number ?? ""))
            """
        },
        numberOn: { table, number in
            ["SELECT setval(pg_get_serial_sequence(\(table.name), \(table.number ?? "")), \(number))"]
        },
        // Not at tables that are empty: the server would take them for small ones and read them from end to end when they grow.
        lookAround: { "ANALYZE " + $0.map { "\"\($0)\"" }.joined(separator: ", ") })
}

extension MovedTable {
    /// The tables of a shop as its PostgreSQL database describes them, by name: there, types and references are told in full.
    static func describe(in snapshot: some Reading) throws -> [String: MovedTable] {
        let lines = try snapshot.rows(
            """
            SELECT tab.relname::text, col.attname::text, format_type(col.atttypid, NULL), col.attidentity::text <> '',
                CAST((SELECT array_position(key.conkey, col.attnum) FROM pg_constraint AS key
                    WHERE key.contype = 'p' AND key.conrelid = tab.oid) AS BIGINT),
                EXISTS (SELECT 1 FROM pg_constraint AS ref WHERE ref.contype = 'f' AND ref.conrelid = tab.oid
                    AND ref.confrelid = tab.oid AND col.attnum = ANY (ref.conkey))
            FROM pg_class AS tab JOIN pg_attribute AS col ON col.attrelid = tab.oid AND col.attnum > 0 AND NOT col.attisdropped
            WHERE tab.relkind IN ('r', 'p') AND NOT tab.relispartition AND tab.relnamespace = current_schema()::regnamespace
            ORDER BY tab.relname, col.attnum
            """
        ) { row in
            let (table, name, type) = try (row.next(String.self), row.next(String.self), row.next(String.self))
            let isNumber = try row.next(Bool.self)
            let place = try row.next(Int64?.self)
            guard let kind = Kind(rawValue: type) else { throw MoveRefusal.unknownType(type, column: "\(table).\(name)") }
            return try ColumnLine(
                table: table, column: Column(name: name, kind: kind, isOwnReference: row.next()), isNumber: isNumber, place: place)
        }
        return Dictionary(grouping: lines, by: \.table).mapValues { lines in
            let name = lines[0].table
            let written = Feed.engineColumns[name, default: [:]]
            return MovedTable(
                name: name, columns: lines.map(\.column).filter { written[$0.name] == nil },
                key: lines.filter { $0.place != nil }.sorted { ($0.place ?? 0) < ($1.place ?? 0) }.map(\.column.name),
                number: lines.first(where: \.isNumber)?.column.name)
        }
    }
}

/// A column as PostgreSQL's catalog tells it.
private struct ColumnLine {
    let table: String
    let column: MovedTable.Column
    let isNumber: Bool
    /// From 1, in the primary key.
    let place: Int64?
}
