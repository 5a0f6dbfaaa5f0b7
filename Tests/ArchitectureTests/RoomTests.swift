import Testing

@Suite("Calls go down, facts go up")
struct RoomTests {
    @Test("the table lets every room use only what stands below it, and a library only in its place")
    func theTable() throws {
        expectNone(TableRule(table: try Project.current.get().table).findings)
    }

    @Test("a file imports only what the table allows its room")
    func imports() throws {
        let project = try Project.current.get()
        let rule = ImportRule(table: project.table)
        expectNone(
            project.sources.flatMap { source in
                guard let room = project.room(of: source.path) else {
                    return [Finding(path: source.path, message: "belongs to no room of the table in Package.swift")]
                }
                return rule.findings(in: source, of: room)
            })
    }

    @Test(
        "an import that the table does not allow is found, however it is written",
        arguments: [
            "import Web", "@testable import Shop", "@preconcurrency import GRDB", "public import Hummingbird",
            "import struct NIOCore.ByteBuffer",
            "import Glibc", "#if os(Linux)\nimport Customers\n#endif",
        ])
    func foreignImport(statement: String) {
        #expect(ImportRule(table: Fixture.table).findings(in: Fixture.source(statement), of: Fixture.orders).count == 1)
    }

    @Test("what the table allows is no finding")
    func ownImport() {
        let source = Fixture.source("import Catalog\nimport Foundation\n// import Web\nlet important = 1")
        #expect(ImportRule(table: Fixture.table).findings(in: source, of: Fixture.orders).isEmpty)
    }

    @Test(
        "a table that lets a room look up, sideways, or at a library of another room is found",
        arguments: [
            // a slice above it
            PackageTable.Room(name: "Catalog", path: "Sources/Business/Catalog", uses: ["Orders"], libraries: []),
            // a surface
            PackageTable.Room(name: "Orders", path: "Sources/Business/Orders", uses: ["Shop"], libraries: []),
            // HTTP and the engine
            PackageTable.Room(name: "Orders", path: "Sources/Business/Orders", uses: ["Web"], libraries: []),
            PackageTable.Room(name: "Orders", path: "Sources/Business/Orders", uses: ["SQLiteDatabase"], libraries: []),
            PackageTable.Room(name: "Orders", path: "Sources/Business/Orders", uses: [], libraries: ["Hummingbird"]),
            PackageTable.Room(name: "Catalog", path: "Sources/Business/Catalog", uses: [], libraries: ["GRDB"]),
            // business in the kit
            PackageTable.Room(name: "Ledger", path: "Sources/Kit/Ledger", uses: ["Catalog"], libraries: []),
            // what is no room
            PackageTable.Room(name: "Orders", path: "Sources/Business/Orders", uses: ["Helpers"], libraries: []),
        ])
    func brokenTable(room: PackageTable.Room) {
        #expect(!TableRule(table: Fixture.table(with: room)).findings.isEmpty)
    }

    @Test("a circle is found")
    func circle() {
        let table = Fixture.table(with: .init(name: "Essentials", path: "Sources/Kit/Essentials", uses: ["Database"], libraries: []))
        #expect(TableRule(table: table).findings.contains { $0.message.contains("Database reaches itself") })
        #expect(TableRule(table: Fixture.table).findings.isEmpty)
    }

    @Test("nothing but the command uses a surface")
    func surfaces() throws {
        let table = try Project.current.get().table
        let surfaces = Set(table.rooms.filter { $0.floor == .surfaces }.map(\.name))
        for room in table.rooms where room.floor != .command {
            #expect(surfaces.isDisjoint(with: room.uses), "\(room.name)")
        }
    }
}
