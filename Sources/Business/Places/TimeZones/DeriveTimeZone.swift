import Essentials

extension IANATimeZone {
    /// The zone of a place by its country and region, and by where it is on the map if clocks differ within them.
    ///
    /// - Throws: `PlacesRefusal.timeZoneUnclear` when that does not tell, with what is missing.
    static func derived(for address: Address, at coordinates: Point?) throws -> IANATimeZone {
        let country = address.country.uppercased()
        let region = regionKey(address.region, in: country)
        if let zone = WholeRegions.zones[region] ?? WholeRegions.zones[country] { return try known(zone) }
        guard let (place, split) = [region, country].lazy.compactMap({ key in SplitRegions.all[key].map { (key, $0) } }).first else {
            throw PlacesRefusal.timeZoneUnclear(
                address.region.isEmpty
                    ? "“\(country)” is not known as a country of one time zone, and the row names no region."
                    : "The time zone of “\(address.region)” in \(country) is not known here.")
        }
        guard let coordinates else {
            throw PlacesRefusal.timeZoneUnclear("\(place) has more than one time zone, and the row has no coordinates.")
        }
        return try known(split.zone(at: coordinates))
    }

    /// ISO 3166-2: `US-TX` for “TX” and for “us-tx”.
    private static func regionKey(_ region: String, in country: String) -> String {
        let region = region.trimmed.uppercased()
        return region.hasPrefix(country + "-") ? region : country + "-" + region
    }

    private static func known(_ name: String) throws -> IANATimeZone {
        guard let zone = IANATimeZone(name) else { throw PlacesRefusal.timeZone(name) }
        return zone
    }
}
