import Catalog
import Channels
import Content
import Customers
import Database
import Essentials
import Feed
import Imports
import Inventory
import Ledger
import Orders
import Places
import Secrets
import Settings
import Staff
import Testing

/// Every slice's schema, the lowest first.
public enum ShopMigrations {
    public static let all =
        StaffSchema.migrations + PlacesSchema.migrations + CatalogSchema.migrations + ChannelsSchema.migrations
        + CustomersSchema.migrations + InventorySchema.migrations + OrdersSchema.migrations + ContentSchema.migrations
        + SettingsSchema.migrations + ImportsSchema.migrations
}

/// A small shop that was set up with the verbs that its owner would use: a warehouse and two stores, a web shop that sells
/// from all three and a till in the first store. Prices are in euros.
public struct Shop: Sendable {
    public let database: any Database
    public let clock: TestClock
    public let world: World
    public let owner: Actor
    public let prices: PriceList.ID
    public let warehouse: Location
    public let mainStreet: Location
    public let harbour: Location
    public let web: Channel
    public let till: Channel

    /// Opens the shop in a database that has its schema and nothing else.
    public init(on database: any Database, seed: UInt64 = 42) async throws {
        let clock = TestClock()
        let world = World.held(by: clock, seed: seed)
        let owner = Actor.system("test")
        self.database = database
        self.clock = clock
        self.world = world
        self.owner = owner
        let (prices, places, web, till) = try await database.write { transaction in
            let list = try createPriceList(name: "Retail", currency: .euro, by: owner, in: transaction, world: world)
            let places = try [("W1", "Warehouse", Location.Kind.warehouse), ("S1", "Main Street", .store), ("S2", "Harbour", .store)].map {
                let zone = try #require(IANATimeZone("Europe/Helsinki"))
                let draft = LocationDraft(
                    code: $0.0, name: $0.1, kind: $0.2, address: Address(lines: ["1 \($0.1)"], city: "Helsinki", country: "FI"),
                    timeZone: zone)
                return try createLocation(draft, by: owner, in: transaction, world: world)
            }
            func channel(_ kind: Channel.Kind, _ handle: String, from locations: [Location]) throws -> Channel {
                let settings = ChannelSettings(handle: handle, name: handle, currency: .euro, language: "en", priceList: list.id)
                return try createChannel(kind, settings, sellingFrom: locations.map(\.id), by: owner, in: transaction, world: world)
            }
            return try (list.id, places, channel(.web, "web", from: places), channel(.till, "till", from: [places[1]]))
        }
        self.prices = prices
        (warehouse, mainStreet, harbour) = (places[0], places[1], places[2])
        self.web = web
        self.till = till
    }

    /// Writes as a verb does.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await database.write(body)
    }

    /// A product with one variant, and its units at the warehouse or elsewhere.
    public func product(
        _ title: String, price: String = "49.90", stock: Int64 = 0, at location: Location? = nil,
        whenSoldOut: Variant.WhenSoldOut = .deny
    ) async throws -> Variant.ID {
        let price = try #require(Money(parsing: price, currency: .euro))
        let (owner, world, list, location) = (owner, world, prices, location ?? warehouse)
        return try await database.write { transaction in
            let variant = VariantDraft(whenSoldOut: whenSoldOut, prices: [list: Price(price)])
            let product = try createProduct(ProductDraft(title: title, variants: [variant]), by: owner, in: transaction, world: world)
            let id = try #require(try Variant.of([product.id], in: transaction)[product.id]?.first?.id)
            if stock > 0 { try receiveStock([StockLine(id, stock)], at: location.id, by: owner, in: transaction, world: world) }
            return id
        }
    }

    public func receive(_ units: Int64, of variant: Variant.ID, at location: Location, pool: UInt128 = 0) async throws {
        let (owner, world) = (owner, world)
        try await database.write {
            try receiveStock([StockLine(variant, units)], at: location.id, pool: pool, by: owner, in: $0, world: world)
        }
    }

    /// Another channel on the same prices, selling from all three locations.
    public func channel(
        _ kind: Channel.Kind, _ handle: String, rule: StockRule = .none, stock: Channel.Stock = .linked
    ) async throws -> Channel {
        let settings = ChannelSettings(handle: handle, name: handle, currency: .euro, language: "en", priceList: prices)
        let (owner, world, locations) = (owner, world, [warehouse.id, mainStreet.id, harbour.id])
        return try await database.write {
            try createChannel(kind, settings, sellingFrom: locations, rule: rule, stock: stock, by: owner, in: $0, world: world)
        }
    }

    public func cancel(_ order: Order) async throws {
        _ = try await cancelOrder(order.id, with: .test, by: owner, in: database, world: world)
    }

    /// What a channel shows of a variant.
    public func shown(_ variant: Variant.ID, on channel: Channel? = nil) async throws -> Int64 {
        let channel = channel ?? web
        return try await database.read { try availability(of: variant, on: channel, in: $0).quantity }
    }

    public func level(_ variant: Variant.ID, at location: Location? = nil, pool: UInt128 = 0) async throws -> StockLevel {
        let location = location ?? warehouse
        return try await database.read { try StockLevel.find(variant, at: location.id, pool: pool, in: $0) }
    }

    /// The topics of the feed, oldest first.
    public func topics() async throws -> [String] {
        try await database.read { try Feed.facts(after: .beginning, limit: 10_000, settled: false, in: $0).map(\.topic) }
    }

    /// Holds the ledger against itself, and orders and payments against it.
    public func expectBooksAreSound(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let (ledger, orders) = try await database.read { try (Ledger.check(in: $0), checkOrders(in: $0)) }
        #expect(ledger == [], sourceLocation: sourceLocation)
        #expect(orders == [], sourceLocation: sourceLocation)
    }
}

/// Runs `body` on a new shop, and holds its books together afterwards.
public func withShop(
    on engine: TestDatabase, seed: UInt64 = 42, trace: (@Sendable (String) -> Void)? = nil, _ body: (Shop) async throws -> Void
) async throws {
    try await withDatabase(on: engine, ShopMigrations.all, trace: trace) { database in
        let shop = try await Shop(on: database, seed: seed)
        try await body(shop)
        try await shop.expectBooksAreSound()
    }
}
