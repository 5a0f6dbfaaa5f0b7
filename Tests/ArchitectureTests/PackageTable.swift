import Foundation

/// The table of rooms in `Package.swift`, as SwiftPM itself reads it.
struct PackageTable {
    /// In the table's order: the kit, the slices from the highest to the lowest, the surfaces, the command.
    let rooms: [Room]

    struct Room {
        let name: String
        let path: String
        /// Rooms of this project.
        let uses: [String]
        /// Products of libraries.
        let libraries: [String]

        var floor: Floor { Floor(path: path) }
    }

    /// Where a room stands: calls go down.
    enum Floor: String {
        case kit = "Kit"
        case business = "Business"
        case surfaces = "Surfaces"
        /// Beside the building: what measures a shop from outside.
        case bench = "Bench"
        case command = "seam"

        init(path: String) {
            let folder = path.split(separator: "/").dropFirst().first.map(String.init)
            self = folder.flatMap(Floor.init(rawValue:)) ?? .command
        }
    }

    subscript(name: String) -> Room? {
        rooms.first { $0.name == name }
    }

    init(rooms: [Room]) {
        self.rooms = rooms
    }

    /// Reads what `swift package dump-package` prints.
    init(dump: Data) throws {
        let manifest = try JSONDecoder().decode(Manifest.self, from: dump)
        rooms = manifest.targets
            .filter { $0.path?.hasPrefix("Sources/") == true }
            .map { target in
                Room(
                    name: target.name, path: target.path ?? "",
                    uses: target.dependencies.compactMap(\.room),
                    libraries: target.dependencies.compactMap(\.library))
            }
    }
}

/// What is read of SwiftPM's own description of a package.
private struct Manifest: Decodable {
    let targets: [Target]

    struct Target: Decodable {
        let name: String
        let path: String?
        let dependencies: [Dependency]
    }

    /// Arrays in which the name comes first: `{"product": ["GRDB", "GRDB.swift", null, null]}`.
    struct Dependency: Decodable {
        let room: String?
        let library: String?

        enum CodingKeys: String, CodingKey { case byName, product }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            room = try Self.name(.byName, in: keys)
            library = try Self.name(.product, in: keys)
        }

        private static func name(_ key: CodingKeys, in keys: KeyedDecodingContainer<CodingKeys>) throws -> String? {
            guard keys.contains(key) else { return nil }
            var values = try keys.nestedUnkeyedContainer(forKey: key)
            return try values.decode(String.self)
        }
    }
}
