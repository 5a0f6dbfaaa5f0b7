import Places
import Web

extension StructuredData {
    /// A shop that one can walk into (schema.org/Store), with the hours of its week.
    init(_ location: Location, in shop: WebShop) {
        let address = location.address
        func text(_ text: String) -> Thing.Value? { text.isEmpty ? nil : .text(text) }
        let hours = Weekday.allCases.flatMap { day in
            (location.hours.weekly[day] ?? []).map { span in
                Thing.Value.thing(
                    Thing(
                        "OpeningHoursSpecification",
                        [
                            "dayOfWeek": .text("https://schema.org/" + day.schemaName), "opens": .text(Self.clock(span.opens)),
                            "closes": .text(Self.clock(span.closes % 1_440)),
                        ]))
            }
        }
        self.init(
            Thing(
                "Store", isWhole: true,
                [
                    "name": .text("\(shop.channel.name), \(location.name)"), "url": .text(shop.page("/locations/" + location.code)),
                    "address": .thing(
                        Thing(
                            "PostalAddress",
                            [
                                "streetAddress": text(address.lines.joined(separator: ", ")), "addressLocality": text(address.city),
                                "postalCode": text(address.postalCode), "addressRegion": text(address.region),
                                "addressCountry": text(address.country),
                            ])),
                    "geo": location.coordinates.map { point in
                        .thing(
                            Thing("GeoCoordinates", ["latitude": .number(point.latitude), "longitude": .number(point.longitude)]))
                    }, "openingHoursSpecification": hours.isEmpty ? nil : .several(hours),
                ]))
    }

    /// `09:30`
    private static func clock(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}

extension Weekday {
    fileprivate var schemaName: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
