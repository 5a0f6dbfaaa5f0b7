import Database
import Essentials

extension Location: Readable {
    static let columns: SQL = """
        id, code, name, kind, format, line1, line2, city, region, postal_code, country, latitude, longitude, time_zone, hours, \
        services, version, created_at, updated_at, archived_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        name = try row.next()
        kind = try row.next()
        format = try row.next()
        let lines = [try row.next(String.self), try row.next(String.self)].filter { !$0.isEmpty }
        address = try Address(
            lines: lines, city: row.next(), region: row.next(), postalCode: row.next(), country: row.next())
        coordinates = try Location.point(row.next(), row.next())
        timeZone = try row.next()
        hours = try row.next()
        services = try row.next(String.self).split(separator: "\n").map(String.init)
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        archivedAt = try row.next()
    }

    static func point(_ latitude: Double?, _ longitude: Double?) -> Point? {
        guard let latitude, let longitude else { return nil }
        return Point(latitude: latitude, longitude: longitude)
    }

    /// The location as a verb decides on it: nobody else changes it until the transaction ends.
    /// - Throws: `PlacesRefusal.unknownLocation`.
    static func lock(_ id: ID, in transaction: Transaction) throws -> Location {
        let found = try transaction.row("SELECT \(sql: columns) FROM location WHERE id = \(id) FOR UPDATE", as: Location.self)
        guard let found else { throw PlacesRefusal.unknownLocation }
        return found
    }
}

extension LocationDraft {
    /// - Throws: `PlacesRefusal.codeTaken`.
    func insert(as id: Location.ID, at now: Instant, in transaction: Transaction) throws -> Location {
        let inserted = try transaction.row(
            """
            INSERT INTO location (id, code, name, name_key, search_key, kind, format, line1, line2, city, region, postal_code, country,
                latitude, longitude, time_zone, hours, services, version, created_at, updated_at)
            VALUES (\(id), \(code), \(name), \(nameKey), \(searchKey), \(kind), \(format), \(line(0)), \(line(1)), \(address.city),
                \(address.region), \(address.postalCode), \(address.country), \(coordinates.map(\.latitude)),
                \(coordinates.map(\.longitude)), \(timeZone), \(hours), \(servicesText), 1, \(now), \(now))
            ON CONFLICT (code) DO NOTHING
            RETURNING \(sql: Location.columns)
            """, as: Location.self)
        guard let inserted else { throw PlacesRefusal.codeTaken(code) }
        return inserted
    }

    /// Writes the draft over a locked location.
    func update(_ location: Location, at now: Instant, in transaction: Transaction) throws -> Location {
        let updated = try transaction.row(
            """
            UPDATE location SET code = \(code), name = \(name), name_key = \(nameKey), search_key = \(searchKey), kind = \(kind),
                format = \(format), line1 = \(line(0)), line2 = \(line(1)), city = \(address.city), region = \(address.region),
                postal_code = \(address.postalCode), country = \(address.country), latitude = \(coordinates.map(\.latitude)),
                longitude = \(coordinates.map(\.longitude)), time_zone = \(timeZone), hours = \(hours), services = \(servicesText),
                version = version + 1, updated_at = \(now)
            WHERE id = \(location.id)
            RETURNING \(sql: Location.columns)
            """, as: Location.self)
        guard let updated else { throw PlacesRefusal.unknownLocation }
        return updated
    }

    private func line(_ index: Int) -> String {
        address.lines.indices.contains(index) ? address.lines[index] : ""
    }

    private var servicesText: String { services.joined(separator: "\n") }
}
