import Catalog
import Inventory
import Orders
import Places

/// What the shelves say of a cart as a whole.
extension [Variant.ID: Availability] {
    /// Whether all of it can be sent now, so that days can be promised; what its own checkout keeps is there.
    func areThere(_ lines: [Cart.Line], held: [Variant.ID: Int64]) -> Bool {
        lines.allSatisfy { line in self[line.variant].map { $0.quantity + (held[line.variant] ?? 0) >= line.quantity } ?? true }
    }

    /// Where all that is counted of these lines lies, in the channel's order; nowhere when nothing is counted.
    func places(of lines: [Cart.Line]) -> [Location.ID] {
        let shelves = lines.compactMap { line in
            self[line.variant]?.locations.filter { $0.quantity >= line.quantity }.map(\.location)
        }
        guard let first = shelves.first else { return [] }
        let others = shelves.dropFirst().map(Set.init)
        return first.filter { place in others.allSatisfy { $0.contains(place) } }
    }
}
