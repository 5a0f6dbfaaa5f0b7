import Catalog
import Channels
import Database
import Essentials
import Places
import Staff
import TestKit

/// What tests of Channels share: a held clock, an owner who acts, price lists and locations.
struct ChannelsWorld: Sendable {
    let clock = TestClock()
    let world: World
    let database: any Database
    let owner = Actor.system("test")
    let dollars: PriceList

    init(_ database: any Database) async throws {
        let world = World.held(by: clock)
        let owner = owner
        self.world = world
        self.database = database
        dollars = try await database.write {
            try createPriceList(name: "Dollars", currency: .dollar, by: owner, in: $0, world: world)
        }
    }

    func settings(_ handle: String = "web") -> ChannelSettings {
        ChannelSettings(handle: handle, name: "Web shop", currency: .dollar, language: "en-US", priceList: dollars.id)
    }

    func create(
        _ kind: Channel.Kind = .web, _ settings: ChannelSettings? = nil, from locations: [Location.ID] = [], rule: StockRule = .none,
        stock: Channel.Stock = .linked
    ) async throws -> Channel {
        let settings = settings ?? self.settings()
        return try await write {
            try createChannel(kind, settings, sellingFrom: locations, rule: rule, stock: stock, by: $1, in: $0, world: $2)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction, Actor, World) throws -> T) async throws -> T {
        try await database.write { [owner, world] in try body($0, owner, world) }
    }

    func stores(_ count: Int) async throws -> [Location.ID] {
        let zone = IANATimeZone("America/Chicago")
        return try await write { transaction, actor, world in
            try (0..<count).map { number in
                guard let zone else { throw PlacesRefusal.timeZone("America/Chicago") }
                let draft = LocationDraft(code: "\(number)", name: "Store \(number)", address: Address(country: "US"), timeZone: zone)
                return try createLocation(draft, by: actor, in: transaction, world: world).id
            }
        }
    }

    func topics(of channel: Channel) async throws -> [String] {
        try await database.read {
            try $0.values("SELECT topic FROM fact WHERE subject = \(channel.id) ORDER BY seq", as: String.self)
        }
    }
}

func withChannels<T>(
    on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, _ body: (ChannelsWorld) async throws -> T
) async throws -> T {
    let migrations = StaffSchema.migrations + PlacesSchema.migrations + CatalogSchema.migrations + ChannelsSchema.migrations
    return try await withDatabase(on: engine, migrations, trace: trace) { try await body(ChannelsWorld($0)) }
}
