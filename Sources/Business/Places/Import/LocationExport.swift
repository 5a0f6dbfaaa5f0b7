import Database
import Essentials
import Staff
import Tables

/// Writes every location that is in use in the format that `LocationImport` reads. Importing what it wrote changes nothing.
public struct LocationExport: Sendable {
    public init() {}

    /// - Parameter sink: takes the file's bytes, some 64 KB at a time.
    /// - Throws: `StaffRefusal.forbidden` below manager; what `sink` throws.
    public func run(from database: any Database, by actor: Actor, to sink: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
        try actor.require(.manager)
        try await database.read { snapshot in
            var writer = CSVWriter(sink)
            try writer.write([
                "id", "name", "type", "kind", "address", "address2", "city", "region", "postal_code", "country", "latitude", "longitude",
                "hours",
                "services", "time_zone",
            ])
            for location in try Location.all(in: snapshot) { try writer.write(Self.row(of: location)) }
            try writer.flush()
        }
    }

    private static func row(of location: Location) -> [String] {
        let address = location.address
        return [
            location.code, location.name, location.format, location.kind.rawValue, address.lines.first ?? "",
            address.lines.dropFirst().joined(separator: ", "),
            address.city, address.region, address.postalCode, address.country, location.coordinates.map { "\($0.latitude)" } ?? "",
            location.coordinates.map { "\($0.longitude)" } ?? "", location.hours.description, location.services.joined(separator: "|"),
            location.timeZone.name,
        ]
    }
}
