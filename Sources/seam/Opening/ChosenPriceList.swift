import Catalog
import Channels
import Database

extension PriceList {
    /// The list that a command names by its handle, or the leading one; `nil` in a shop without lists when none was named.
    /// - Throws: `Explained`, with the handles that there are.
    static func chosen(_ handle: String?, in reading: some Reading) throws -> PriceList? {
        guard let handle else { return try leading(in: reading) }
        if let list = try find(handle: handle, in: reading) { return list }
        let handles = try all(in: reading).map(\.handle).sorted().joined(separator: ", ")
        throw Explained(
            description: "There is no price list “\(handle)”. \(handles.isEmpty ? "The shop has none yet." : "There are: \(handles).")")
    }

    /// `“Retail” (retail, EUR)`: what a command says about it.
    var words: String { "“\(name)” (\(handle), \(currency.code))" }
}
