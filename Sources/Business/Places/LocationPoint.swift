import Database
import Essentials

/// Where a location lies, and as much of it as a map says.
public struct LocationPoint: Sendable, Equatable {
    public let id: Location.ID
    public let code: String
    public let name: String
    public let kind: Location.Kind
    public let point: Point

    public init(id: Location.ID, code: String, name: String, kind: Location.Kind, point: Point) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.point = point
    }

    /// Those in use of which it is known where they lie, by name, in one statement.
    /// - Parameter search: as `Location.page` finds them.
    public static func all(search: String = "", in snapshot: some Reading) throws -> [LocationPoint] {
        var condition: SQL = "archived_at IS NULL AND latitude IS NOT NULL AND longitude IS NOT NULL"
        for word in search.folded.split(separator: " ") { condition += " AND search_key LIKE \("%\(word)%")" }
        return try snapshot.rows(
            "SELECT id, code, name, kind, latitude, longitude FROM location WHERE \(sql: condition) ORDER BY name_key, id"
        ) { row in
            let (id, code, name) = try (row.next(Location.ID.self), row.next(String.self), row.next(String.self))
            let (kind, latitude, longitude) = try (row.next(Location.Kind.self), row.next(Double.self), row.next(Double.self))
            return Point(latitude: latitude, longitude: longitude)
                .map { LocationPoint(id: id, code: code, name: name, kind: kind, point: $0) }
        }.compactMap(\.self)
    }
}
