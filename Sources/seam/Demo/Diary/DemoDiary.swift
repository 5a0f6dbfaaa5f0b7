import Channels
import Customers
import Database
import Essentials
import Inventory
import Orders
import Places
import Staff

/// What has happened in the demo shop since it opened, done by the verbs that its people and its shoppers would use.
struct DemoDiary: Sendable {
    /// So many sales over the counter are written at once.
    private static let page = 40

    let people: DemoPeople
    let places: [DemoPlace: Location]
    let channels: DemoChannels
    let shelves: DemoShelves
    let tills: [DemoPlace: Device.ID]

    /// - Parameter events: in the order in which they happened.
    func live(through events: [DemoEvent], secrets: DemoSecrets, in database: any Database, world: World) async throws {
        var shoppers = DemoShoppers(secrets: secrets)
        var rest = events[...]
        while let event = rest.first {
            let world = world.standing(at: event.at)
            switch event.deed {
            case .order(let shopper, let platform, let lines, let ending):
                try await shoppers.shop(lines, as: shopper, on: channel(platform), until: ending, diary: self, in: database, world: world)
            case .cancellation(let shopper):
                if let order = shoppers.orders.removeValue(forKey: shopper.key) {
                    _ = try await cancelOrder(order, with: .test, by: people.kaisa, in: database, world: world)
                }
            case .expiry:
                try await expireCheckouts(in: database, world: world)
            default:
                let together = Array(rest.prefix { $0.deed.isOfTheHouse }.prefix(Self.page))
                try await database.write { transaction in
                    for event in together { try write(event, in: transaction, world: world.standing(at: event.at)) }
                }
                rest = rest.dropFirst(together.count)
                continue
            }
            rest = rest.dropFirst()
        }
    }

    private func write(_ event: DemoEvent, in transaction: Transaction, world: World) throws {
        switch event.deed {
        case .sale(let shop, let lines): try sell(lines, for: .cash, in: shop, transaction: transaction, world: world)
        case .visit(let shop, let lines, let tender):
            _ = try serve(lines, for: tender, in: shop, transaction: transaction, world: world)
        case .move(let source, let target, let lines, let note):
            try move(lines, from: source, to: target, note: note, in: transaction, world: world)
        case .delivery: try deliver(in: transaction, world: world)
        case .refill(let shop): try refill(shop, in: transaction, world: world)
        case .damage(let place, let line, let note): try damage(line, at: place, note: note, in: transaction, world: world)
        case .loss(let place, let line, let note):
            try count(line.sku, at: place, change: -line.quantity, note: note, in: transaction, world: world)
        case .find(let place, let line, let note):
            try count(line.sku, at: place, change: line.quantity, note: note, in: transaction, world: world)
        case .order, .cancellation, .expiry: break
        }
    }

    func channel(_ platform: DemoPlatform) -> Channel {
        platform == .web ? channels.web : channels.marketplace
    }

    /// - Throws: `PlacesRefusal.unknownLocation` for a place that did not open.
    func location(_ place: DemoPlace) throws -> Location.ID {
        guard let location = places[place] else { throw PlacesRefusal.unknownLocation }
        return location.id
    }
}

extension DemoEvent.Deed {
    /// Whether it is done by those who work here, in one transaction that asks nobody outside.
    fileprivate var isOfTheHouse: Bool {
        switch self {
        case .order, .cancellation, .expiry: false
        default: true
        }
    }
}
