import Database
import Essentials
import Inventory
import Orders
import Places
import Staff

/// What has happened in the demo shop since it opened, done by the verbs that its people and its shoppers would use.
struct DemoDiary: Sendable {
    let people: DemoPeople
    let places: [DemoPlace: Location.ID]
    let channels: DemoChannels
    let shelves: DemoShelves
    let tills: [DemoPlace: Device.ID]

    /// - Parameter events: in the order in which they happened.
    func live(through events: [DemoEvent], by calendar: DemoCalendar, in database: any Database, world: World) async throws {
        var orders: [DemoShopper: Order] = [:]
        for event in events {
            let world = world.standing(at: calendar.instant(of: event.at))
            switch event.deed {
            case .order(let shopper, let platform, let lines):
                orders[shopper] = try await order(lines, by: shopper, on: platform, in: database, world: world)
            case .cancellation(let shopper):
                guard let order = orders[shopper] else { throw OrdersRefusal.noOrder }
                _ = try await cancelOrder(order.id, with: .test, by: people.kaisa, in: database, world: world)
            case .sale(let shop, let lines):
                try await database.write { try sell(lines, in: shop, transaction: $0, world: world) }
            case .move(let source, let target, let lines, let note):
                try await database.write { try move(lines, from: source, to: target, note: note, in: $0, world: world) }
            case .damage(let place, let line, let note):
                try await database.write { try damage(line, at: place, note: note, in: $0, world: world) }
            case .loss(let place, let line, let note):
                try await database.write { try count(line.quantity, fewer: line.sku, at: place, note: note, in: $0, world: world) }
            }
        }
    }

    /// - Throws: `PlacesRefusal.unknownLocation` for a place that did not open.
    func location(_ place: DemoPlace) throws -> Location.ID {
        guard let location = places[place] else { throw PlacesRefusal.unknownLocation }
        return location
    }
}
