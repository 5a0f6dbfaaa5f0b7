import Foundation

extension String {
    /// What people mean when they sort or search: no case, no accents, no full width, one space between words.
    var searchKey: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension LocationDraft {
    var nameKey: String { name.searchKey }

    /// Everything that a location is looked up by.
    var searchKey: String {
        [code, name, address.city, address.region, address.postalCode].joined(separator: " ").searchKey
    }
}
