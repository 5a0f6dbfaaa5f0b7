/// A small project to break the rules in: a test that cannot fail is none.
enum Fixture {
    static let table = PackageTable(rooms: [
        .init(name: "Essentials", path: "Sources/Kit/Essentials", uses: [], libraries: []),
        .init(name: "Database", path: "Sources/Kit/Database", uses: ["Essentials"], libraries: []),
        .init(name: "SQLiteDatabase", path: "Sources/Kit/SQLiteDatabase", uses: ["Database"], libraries: ["GRDB"]),
        .init(name: "Ledger", path: "Sources/Kit/Ledger", uses: ["Database"], libraries: []),
        .init(name: "Web", path: "Sources/Kit/Web", uses: ["Essentials"], libraries: ["Hummingbird"]),
        orders, catalog,
        .init(name: "Shop", path: "Sources/Surfaces/Shop", uses: ["Orders", "Web"], libraries: ["Hummingbird"]),
        .init(name: "seam", path: "Sources/seam", uses: ["Shop", "Orders"], libraries: []),
    ])

    static let orders = PackageTable.Room(
        name: "Orders", path: "Sources/Business/Orders", uses: ["Catalog", "Ledger", "Database"], libraries: [])
    static let catalog = PackageTable.Room(name: "Catalog", path: "Sources/Business/Catalog", uses: ["Database"], libraries: [])

    /// The same table with one room changed.
    static func table(with changed: PackageTable.Room) -> PackageTable {
        PackageTable(rooms: table.rooms.map { $0.name == changed.name ? changed : $0 })
    }

    static func source(_ text: String, in room: PackageTable.Room = orders, named name: String = "File.swift") -> SwiftSource {
        SwiftSource(path: room.path + "/" + name, text: text)
    }
}
