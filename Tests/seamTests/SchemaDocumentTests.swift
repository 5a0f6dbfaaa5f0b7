import Database
import Foundation
import TestKit
import TestShop
import Testing

@testable import seam

/// The schema as it stands after every step, for people to read. `SEAM_RENEW_GOLDEN=1` writes it anew.
@Suite("Docs/Schema")
struct SchemaDocumentTests {
    @Test("holds the schema that the steps make", arguments: TestDatabase.all)
    func upToDate(on engine: TestDatabase) async throws {
        let file = ProjectFolder.root.appending(path: "Docs/Schema/\(engine.rawValue).sql")
        let document = try await withDatabase(on: engine, ShopMigrations.all) { database in
            try await database.read { try SchemaDocument(of: engine, in: $0).text }
        }
        if ProcessInfo.processInfo.environment["SEAM_RENEW_GOLDEN"] != nil {
            try document.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try? String(contentsOf: file, encoding: .utf8)
        #expect(document == kept, "renew it with SEAM_RENEW_GOLDEN=1 bin/test --filter SchemaDocumentTests")
    }
}

/// What an engine says of its own tables and indexes.
private struct SchemaDocument {
    let text: String

    init(of engine: TestDatabase, in snapshot: some Reading) throws {
        let statements: [String] =
            switch engine {
            case .sqlite:
                try snapshot.values(
                    """
                    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
                    ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 ELSE 1 END, name
                    """, as: String.self)
            case .postgres:
                try snapshot.values(Self.postgresTables, as: String.self)
            }
        text =
            "-- What the steps in Sources/**/*Schema.swift make, table by table. Written by SchemaDocumentTests; not to be edited.\n\n"
            + statements.map { $0 + ";\n" }.joined(separator: "\n")
    }

    /// Tables with their columns and constraints, each before its indexes.
    private static let postgresTables: SQL = """
        WITH part AS (
            SELECT a.attrelid AS owner, a.attnum AS place, quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation = 950 THEN ' COLLATE "C"' ELSE '' END
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                || CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE '' END
                || COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS line, '' AS name
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT conrelid, 10000, pg_get_constraintdef(oid), conname FROM pg_constraint
            WHERE contype IN ('p', 'u', 'c', 'f')
        ), thing AS (
            SELECT c.relname AS owner, 0 AS place, c.relname AS name, 'CREATE TABLE ' || c.relname || ' (' || chr(10)
                || string_agg('    ' || part.line, ',' || chr(10) ORDER BY part.place, part.name COLLATE "C") || chr(10) || ')'
                || COALESCE(' PARTITION BY ' || pg_get_partkeydef(c.oid), '')
                || COALESCE(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') AS text
            FROM pg_class c JOIN part ON part.owner = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            GROUP BY c.relname, c.oid, c.reloptions
            UNION ALL
            SELECT tablename, 1, indexname, indexdef FROM pg_indexes
            WHERE schemaname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname)
            AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relname = tablename AND c.relispartition)
        )
        SELECT text FROM thing ORDER BY owner COLLATE "C", place, name COLLATE "C"
        """
}
