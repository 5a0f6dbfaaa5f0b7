import Testing

@Suite("Data has one owner")
struct DataTests {
    @Test("a room reads and writes its own tables only")
    func tables() throws {
        let project = try Project.current.get()
        let placed = project.sources.compactMap { source in project.room(of: source.path).map { (source, $0) } }
        let rule = OwnTablesRule(schemas: placed)
        #expect(rule.owners["fact"]?.name == "Feed")
        expectNone(placed.flatMap { rule.findings(in: $0, of: $1) })
    }

    private static let rule = OwnTablesRule(schemas: [
        (
            Fixture.source("let a = \"CREATE TABLE variant (id UUID); CREATE TABLE IF NOT EXISTS price (id UUID)\"", in: Fixture.catalog),
            Fixture.catalog
        ),
        (Fixture.source("let a = \"CREATE TABLE cart (id UUID)\""), Fixture.orders),
        (
            SwiftSource(path: "Sources/Kit/Ledger/LedgerSchema.swift", text: "let a = \"CREATE TABLE account (id UUID)\""),
            Fixture.table.rooms[3]
        ),
    ])

    @Test(
        "a statement on another slice's table is found",
        arguments: [
            "SELECT title FROM variant WHERE id = 1", "SELECT 1 FROM cart JOIN price ON TRUE", "SELECT 1 FROM cart c, variant v",
            "UPDATE variant SET title = ''", "INSERT INTO price (id) VALUES (1)", "DELETE FROM price",
            "CREATE TABLE line (variant UUID REFERENCES variant (id))", "UPDATE account SET balance = 0",
            "WITH x AS (SELECT id FROM price) SELECT id FROM x",
        ])
    func foreignTable(statement: String) {
        #expect(Self.rule.findings(in: Fixture.source("let sql = \"\(statement)\""), of: Fixture.orders).count == 1)
    }

    @Test(
        "own tables, the kit's accounts, and English are no findings",
        arguments: [
            "SELECT id FROM cart FOR UPDATE", "SELECT balance FROM account",
            "INSERT INTO cart (id) VALUES (1) ON CONFLICT DO UPDATE SET id = 1",
            "WITH price AS (SELECT 1) SELECT 1 FROM price", "The price is taken from variant and price.",
        ])
    func ownTable(statement: String) {
        #expect(Self.rule.findings(in: Fixture.source("let sql = \"\(statement)\""), of: Fixture.orders).isEmpty)
    }

    @Test("a page reads nothing by itself: surfaces hold no SQL")
    func surfaces() throws {
        let project = try Project.current.get()
        expectNone(
            project.sources.flatMap { source in
                project.room(of: source.path).map { OwnTablesRule.statements(in: source, of: $0) } ?? []
            })
    }

    @Test("SQL in a surface is found")
    func statementInSurface() throws {
        let shop = try #require(Fixture.table["Shop"])
        for statement in [
            "SELECT a, b FROM cart", "DELETE FROM cart WHERE TRUE", "UPDATE cart SET a = 1", "INSERT INTO cart (a) VALUES (1)",
        ] {
            let source = Fixture.source("let sql = \"\(statement)\"", in: shop)
            #expect(OwnTablesRule.statements(in: source, of: shop).count == 1)
            #expect(OwnTablesRule.statements(in: source, of: Fixture.orders).isEmpty)
        }
        let label = Fixture.source("let label = \"Select a size from the list, or UPDATE it\"", in: shop)
        #expect(OwnTablesRule.statements(in: label, of: shop).isEmpty)
    }
}
