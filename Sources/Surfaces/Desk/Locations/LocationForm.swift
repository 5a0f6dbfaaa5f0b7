import Essentials
import Places
import Web

/// A location's form: its fields as texts, and the draft that they mean.
enum LocationForm {
    static let names = [
        "code", "name", "kind", "format", "address", "address2", "city", "region", "postal_code", "country", "latitude", "longitude",
        "time_zone", "hours", "services",
    ]

    static func values(_ location: Location) -> [String: String] {
        let lines = location.address.lines
        return [
            "code": location.code, "name": location.name, "kind": location.kind.rawValue, "format": location.format,
            "address": lines.first ?? "", "address2": lines.count > 1 ? lines[1] : "", "city": location.address.city,
            "region": location.address.region, "postal_code": location.address.postalCode, "country": location.address.country,
            "latitude": location.coordinates.map { String($0.latitude) } ?? "",
            "longitude": location.coordinates.map { String($0.longitude) } ?? "", "time_zone": location.timeZone.name,
            "hours": location.hours.description.replacing("; ", with: "\n"), "services": location.services.joined(separator: "\n"),
            "version": String(location.version),
        ]
    }

    /// - Throws: `FormRefusal` and `DeskRefusal` for what cannot be read; what it means is the slice's to refuse.
    static func draft(_ form: Fields) throws -> LocationDraft {
        let zone = try form.text("time_zone", upTo: 80)
        guard let timeZone = IANATimeZone(zone) else { throw DeskRefusal.notAZone(zone) }
        return LocationDraft(
            code: try form.text("code", upTo: 40), name: try form.text("name", upTo: 200), kind: try form.choice("kind"),
            format: try form.textIfAny("format", upTo: 80) ?? "",
            address: Address(
                lines: [try form.textIfAny("address", upTo: 200), try form.textIfAny("address2", upTo: 200)].compactMap(\.self),
                city: try form.textIfAny("city", upTo: 120) ?? "", region: try form.textIfAny("region", upTo: 80) ?? "",
                postalCode: try form.textIfAny("postal_code", upTo: 20) ?? "", country: try form.text("country", upTo: 2)),
            coordinates: try point(form), timeZone: timeZone, hours: try hours(form),
            services: (try form.linesIfAny("services", upTo: 4_000) ?? "").split(separator: "\n").map(String.init))
    }

    private static func point(_ form: Fields) throws -> Point? {
        let latitude = try decimal("latitude", form)
        let longitude = try decimal("longitude", form)
        if latitude == nil, longitude == nil { return nil }
        guard let latitude, let longitude else { throw DeskRefusal.halfACoordinate }
        guard let point = Point(latitude: latitude, longitude: longitude) else { throw PlacesRefusal.latitudeOrLongitude }
        return point
    }

    private static func decimal(_ name: String, _ form: Fields) throws -> Double? {
        guard let text = try form.textIfAny(name, upTo: 40) else { return nil }
        guard let number = Double(text.replacing(",", with: ".")), number.isFinite else { throw DeskRefusal.notADecimal(field: name) }
        return number
    }

    /// One line for each day; the line that cannot be read is named.
    private static func hours(_ form: Fields) throws -> OpeningHours {
        let lines = (try form.linesIfAny("hours", upTo: 10_000) ?? "").split(whereSeparator: { $0 == "\n" || $0 == ";" })
        for line in lines where OpeningHours(String(line)) == nil { throw DeskRefusal.notHours(String(line.prefix(80))) }
        let text = lines.joined(separator: ";")
        guard let hours = OpeningHours(text) else { throw PlacesRefusal.hoursUnreadable(String(text.prefix(80))) }
        return hours
    }
}
