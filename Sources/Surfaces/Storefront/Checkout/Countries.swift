import Foundation

extension Country {
    /// Every country, in the order of its name in that language.
    static func all(in language: String, chosen: String) -> [Country] {
        let locale = Locale(identifier: language)
        let named = Locale.Region.isoRegions.filter { $0.identifier.count == 2 && $0.subRegions.isEmpty }
            .compactMap { region in locale.localizedString(forRegionCode: region.identifier).map { (region.identifier, $0) } }
        return named.sorted { $0.1.compare($1.1, locale: locale) == .orderedAscending }
            .map { Country(code: $0.0, name: $0.1, isChosen: $0.0 == chosen) }
    }
}
