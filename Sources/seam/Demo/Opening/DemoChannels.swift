import Catalog
import Channels
import Database
import Essentials
import Places
import Staff

/// Where the demo shop meets its customers.
struct DemoChannels: Sendable {
    let web: Channel
    let till: Channel
    let marketplace: Channel

    static func open(
        _ places: [DemoPlace: Location], prices: DemoPrices, by actor: Actor, in transaction: Transaction, world: World
    ) throws -> DemoChannels {
        func open(
            _ kind: Channel.Kind, _ handle: String, _ name: String, _ purpose: String, on list: PriceList, from origins: [DemoPlace],
            rule: StockRule = .none
        ) throws -> Channel {
            let settings = ChannelSettings(
                handle: handle, name: name, purpose: purpose, currency: list.currency, language: "en", priceList: list.id)
            let locations = origins.compactMap { places[$0]?.id }
            // Serving an empty database has laid a web shop and tills already.
            guard let laid = try Channel.find(handle: handle, in: transaction) else {
                return try createChannel(kind, settings, sellingFrom: locations, rule: rule, by: actor, in: transaction, world: world)
            }
            let named = try updateChannel(laid.id, to: settings, version: laid.version, by: actor, in: transaction, world: world)
            return try setChannelLocations(
                of: named.id, to: locations, version: named.version, by: actor, in: transaction, world: world)
        }
        return DemoChannels(
            web: try open(
                .web, "web", DemoShop.name,
                "Our own shop window. It sells from the warehouse first, then from whichever shop still has one.",
                on: prices.retail, from: [.warehouse, .helsinki, .turku, .stockholm]),
            till: try open(
                .till, "till", "Our shops",
                "The tills of the three shops. What the customer holds in their hand is sold, whatever the books say.",
                on: prices.retail, from: DemoPlace.shops),
            marketplace: try open(
                .marketplace, "pohjola", "Pohjola Market",
                "A marketplace that takes a tenth and fines us for what we cannot send. So it sees two units fewer than are there, and at "
                    + "most six at a time.",
                on: prices.marketplace, from: [.warehouse, .helsinki], rule: StockRule(buffer: 2, cap: 6)))
    }
}

/// What things cost: in our own shops, and where somebody takes a fee.
struct DemoPrices: Sendable {
    let retail: PriceList
    let marketplace: PriceList

    static func open(by actor: Actor, in transaction: Transaction, world: World) throws -> DemoPrices {
        let lists = try PriceList.all(in: transaction)
        let laid = lists.first { $0.currency == .euro }
        let name = lists.isEmpty ? "Retail" : "Retail, euro"
        return DemoPrices(
            retail: try laid ?? createPriceList(name: name, currency: .euro, by: actor, in: transaction, world: world),
            marketplace: try createPriceList(name: "Marketplace", currency: .euro, by: actor, in: transaction, world: world))
    }
}
