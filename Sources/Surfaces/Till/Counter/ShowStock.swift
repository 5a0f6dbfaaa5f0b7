import Catalog
import Database
import Essentials
import Foundation
import Hummingbird
import Inventory
import Places
import Web

/// Where there is more of something.
private struct StockAround: Encodable {
    struct Spot: Encodable {
        let name: String
        let town: String
        /// `here`, `store` or `warehouse`.
        let kind: String
        /// Metres as the crow flies; nothing where a place has no coordinates.
        let distance: Int?
        let free: Int64
    }
    let title: String
    let spots: [Spot]
}

extension Till {
    /// What is free here, in the nearest shops and in the warehouses, in a number of statements that is bounded.
    func showStock(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        guard let variant = context.parameter("variant").flatMap({ Variant.ID($0) }) else { throw TillRefusal.noProduct }
        let around = try await database.read { snapshot in
            let channel = counter.channel
            let known = try SellableVariant.find([variant], on: channel.priceList, language: channel.language, in: snapshot)[variant]
            guard let known else { throw TillRefusal.noProduct }
            let places = try Self.places(around: counter.location, in: snapshot)
            let levels = try StockLevel.of([variant], at: places.map(\.id), in: snapshot).filter { $0.pool == channel.pool }
            let free = Dictionary(levels.map { ($0.location, $0.free) }, uniquingKeysWith: +)
            let spots = places.map { place in
                StockAround.Spot(
                    name: place.name, town: place.address.city, kind: place.id == counter.location.id ? "here" : place.kind.rawValue,
                    distance: counter.location.distance(to: place), free: max(0, free[place.id] ?? 0))
            }
            return StockAround(title: known.title, spots: spots)
        }
        return try .json(around)
    }

    /// The shop itself, then its neighbours, then the warehouses.
    private static func places(around here: Location, in snapshot: Snapshot) throws -> [Location] {
        guard let point = here.coordinates else { return [here] }
        let stores = try Location.nearest(to: point, limit: 7, kind: .store, in: snapshot).filter { $0.id != here.id }
        let warehouses = try Location.nearest(to: point, limit: 3, kind: .warehouse, in: snapshot).filter { $0.id != here.id }
        return [here] + stores.prefix(6) + warehouses
    }
}

extension Location {
    fileprivate func distance(to other: Location) -> Int? {
        guard let mine = coordinates, let theirs = other.coordinates else { return nil }
        return Int(mine.distance(to: theirs).rounded())
    }
}
