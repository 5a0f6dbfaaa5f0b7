import Essentials
import Tables

/// The columns of a file of locations.
struct LocationColumns {
    /// Those without which nothing can be read.
    static let required = ["id", "name", "address", "city", "region", "postal_code", "country", "latitude", "longitude"]

    let id, name, address, city, region, postalCode, country, latitude, longitude: CSVColumn
    let type, kind, address2, hours, services, timeZone: CSVColumn?

    /// - Throws: `TableRefusal` in one sentence when the file is another one.
    init(_ header: CSVHeader) throws {
        try header.require(Self.required)
        id = try header.column("id")
        name = try header.column("name")
        address = try header.column("address")
        city = try header.column("city")
        region = try header.column("region")
        postalCode = try header.column("postal_code")
        country = try header.column("country")
        latitude = try header.column("latitude")
        longitude = try header.column("longitude")
        type = try header.optionalColumn("type")
        kind = try header.optionalColumn("kind")
        address2 = try header.optionalColumn("address2")
        hours = try header.optionalColumn("hours")
        services = try header.optionalColumn("services")
        timeZone = try header.optionalColumn("time_zone")
    }
}

/// What one row says about a location. A column that the file lacks says nothing: what is known stays.
struct LocationRow: Sendable {
    let line: Int
    let code: String
    let name: String
    let format: String?
    /// Said outright, whatever the format is called.
    let kind: Location.Kind?
    let address: Address
    let knowsSecondLine: Bool
    let coordinates: Point?
    let hours: OpeningHours?
    let services: [String]?
    let timeZone: IANATimeZone?

    /// - Throws: `PlacesRefusal` for the first cell that cannot be.
    init(_ record: CSVRecord, _ columns: LocationColumns) throws(PlacesRefusal) {
        line = record.line
        code = record[columns.id].trimmed
        guard !code.isEmpty else { throw PlacesRefusal.missing(field: "id") }
        name = record[columns.name].trimmed
        format = columns.type.map { record[$0].trimmed }
        kind = columns.kind.flatMap { Location.Kind(rawValue: record[$0].trimmed.lowercased()) }
        knowsSecondLine = columns.address2 != nil
        address = Address(
            lines: [record[columns.address].trimmed, columns.address2.map { record[$0].trimmed } ?? ""].filter { !$0.isEmpty },
            city: record[columns.city].trimmed, region: record[columns.region].trimmed,
            postalCode: record[columns.postalCode].trimmed, country: record[columns.country].trimmed.uppercased())
        coordinates = try Self.point(record[columns.latitude].trimmed, record[columns.longitude].trimmed)
        if let column = columns.hours { hours = try StoreHours.read(record[column]) } else { hours = nil }
        services = columns.services.map { record[$0].split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty } }
        if let column = columns.timeZone { timeZone = try Self.zone(record[column].trimmed) } else { timeZone = nil }
    }

    private static func zone(_ name: String) throws(PlacesRefusal) -> IANATimeZone? {
        guard !name.isEmpty else { return nil }
        guard let zone = IANATimeZone(name) else { throw .timeZone(name) }
        return zone
    }

    private static func point(_ latitude: String, _ longitude: String) throws(PlacesRefusal) -> Point? {
        if latitude.isEmpty, longitude.isEmpty { return nil }
        guard let latitude = Double(latitude), let longitude = Double(longitude),
            let point = Point(latitude: latitude, longitude: longitude)
        else { throw PlacesRefusal.latitudeOrLongitude }
        return point
    }
}
