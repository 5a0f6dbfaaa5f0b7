import Essentials

extension LocationDraft {
    var nameKey: String { name.folded }

    /// Everything that a location is looked up by.
    var searchKey: String {
        [code, name, address.city, address.region, address.postalCode].joined(separator: " ").folded
    }
}
