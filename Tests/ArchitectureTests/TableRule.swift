/// Calls go down: the table itself keeps the floors, the order of the slices, and the places of libraries.
struct TableRule {
    let table: PackageTable

    /// Libraries that only some rooms may name, by the beginning of the product's name.
    private static let places: [(library: String, where: @Sendable (PackageTable.Room) -> Bool)] = [
        // The bench writes by plain SQLite to know what a disk can take.
        ("GRDB", { $0.name == "SQLiteDatabase" || $0.floor == .bench }),
        ("Crypto", { $0.floor == .kit }),
        ("Hummingbird", \.speaksHTTP),
        ("HTTPTypes", \.speaksHTTP),
        ("NIO", \.speaksHTTP),
        ("Mustache", \.speaksHTTP),
        ("ArgumentParser", { $0.floor == .command }),
        ("Configuration", { $0.floor == .command }),
    ]

    var findings: [Finding] {
        table.rooms.flatMap { room in
            room.uses.compactMap { use in objection(to: use, in: room) } + room.libraries.compactMap { objection(toLibrary: $0, in: room) }
        } + circles
    }

    private func objection(to use: String, in room: PackageTable.Room) -> Finding? {
        guard let used = table[use] else { return finding("\(room.name) uses \(use), which is no room") }
        switch (room.floor, used.floor) {
        case (.kit, .kit), (.surfaces, .kit), (.surfaces, .business):
            return nil
        case (.command, .kit), (.command, .business), (.command, .surfaces), (.command, .bench):
            return nil
        case (.bench, .kit):
            return use == "Essentials" ? nil : finding("\(room.name) measures from outside: not \(use)")
        case (.business, .kit):
            let engines: Set = ["Web", "SQLiteDatabase", "PostgresDatabase", "CPostgres"]
            return engines.contains(use) ? finding("\(room.name) is a slice and knows neither HTTP nor the engine: not \(use)") : nil
        case (.business, .business):
            return place(of: used) > place(of: room) ? nil : finding("\(room.name) stands below \(use): it may only record a fact")
        default:
            return finding("\(room.name) uses \(use), which stands above it")
        }
    }

    private func objection(toLibrary library: String, in room: PackageTable.Room) -> Finding? {
        for place in Self.places where library.hasPrefix(place.library) && !place.where(room) {
            return finding("\(room.name) names the library \(library), which has its place in another room")
        }
        return nil
    }

    /// Rooms that reach themselves.
    private var circles: [Finding] {
        table.rooms.filter { reached(from: $0).contains($0.name) }.map { finding("\($0.name) reaches itself through what it uses") }
    }

    private func reached(from room: PackageTable.Room) -> Set<String> {
        var reached: Set<String> = []
        var waiting = room.uses
        while let next = waiting.popLast() {
            guard reached.insert(next).inserted else { continue }
            waiting += table[next]?.uses ?? []
        }
        return reached
    }

    private func place(of room: PackageTable.Room) -> Int {
        table.rooms.firstIndex { $0.name == room.name } ?? 0
    }

    private func finding(_ message: String) -> Finding {
        Finding(path: "Package.swift", message: message)
    }
}

extension PackageTable.Room {
    fileprivate var speaksHTTP: Bool { name == "Web" || floor == .surfaces || floor == .command }
}
