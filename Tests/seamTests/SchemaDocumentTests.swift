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
            }
        text =
            "-- What the steps in Sources/**/*Schema.swift make, table by table. Written by SchemaDocumentTests; not to be edited.\n\n"
            + statements.map { $0 + ";\n" }.joined(separator: "\n")
    }
}
