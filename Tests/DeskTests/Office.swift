import AsyncHTTPClient
import Catalog
import Channels
import Database
import Desk
import Essentials
import Foundation
import Logging
import Places
import Secrets
import ServiceLifecycle
import Staff
import TestKit
import TestShop
import Web

/// A back office over real HTTP, on a database of its own, with a held clock and passwords that cost nothing.
struct Office: Sendable {
    let database: any Database
    let clock: TestClock
    let world: World
    let hasher: PasswordHasher
    let address: String
    let client: HTTPClient

    static let password = "a horse of course"
    static let migrations = StaffSchema.migrations + PlacesSchema.migrations + CatalogSchema.migrations + ChannelsSchema.migrations

    /// A browser that nobody has signed in at.
    func stranger() -> Visitor { Visitor(of: address, client: client) }

    /// Whoever set things up before the test began.
    var founder: Actor { .system("test") }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction, World) throws -> T) async throws -> T {
        let world = world
        return try await database.write { try body($0, world) }
    }

    /// Takes somebody on, and signs them in at a browser of their own.
    func visitor(_ name: String, _ grants: [Grant] = [Grant(role: .owner, location: nil)]) async throws -> Visitor {
        var draft = StaffDraft(name: name, email: "\(name.lowercased())@example.com", grants: grants)
        draft.password = try await hasher.hash(password: Self.password, world: world)
        let complete = draft
        if try await database.read({ try StaffMember.isShopFounded(in: $0) }) {
            _ = try await write { try createStaffMember(complete, by: .system("test"), in: $0, world: $1) }
        } else {
            _ = try await write { try foundShop(complete, in: $0, world: $1) }
        }
        let visitor = stranger()
        _ = try await visitor.post("/desk/sign-in", ["email": "\(name.lowercased())@example.com", "password": Self.password])
        return visitor
    }

    func location(_ name: String, code: String) async throws -> Location {
        guard let zone = IANATimeZone("Europe/Helsinki") else { throw OfficeFault() }
        let draft = LocationDraft(code: code, name: name, address: Address(city: "Turku", country: "FI"), timeZone: zone)
        return try await write { try createLocation(draft, by: .system("test"), in: $0, world: $1) }
    }

    func priceList(_ name: String = "Shop") async throws -> PriceList {
        try await write { try createPriceList(name: name, currency: .euro, by: .system("test"), in: $0, world: $1) }
    }
}

struct OfficeFault: Error {}

/// The templates of the back office, as they lie in the project.
func deskTemplates() throws -> Templates {
    try Templates([ProjectFolder.root.appending(path: "Templates/desk").path])
}

/// Runs a back office on an empty database while `body` visits it.
func withOffice(
    on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, _ body: @escaping @Sendable (Office) async throws -> Void
) async throws {
    let templates = try deskTemplates()
    try await withDatabase(on: engine, Office.migrations, trace: trace) { database in
        let clock = TestClock()
        let (world, hasher) = (World.held(by: clock), PasswordHasher(cost: .worthless, waiting: 1_000))
        let desk = Desk(database: database, world: world, hasher: hasher, templates: templates)
        var options = WebServerOptions()
        options.port = 0
        options.errorPages = ErrorPages(["/desk": desk.errorPage])
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "office", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try WebServer(options, logger: logger, onceListening: { listening.yield($0) }) { desk.add(to: $0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let client = Visitor.client()
            do {
                guard let port = await ports.first(where: { _ in true }) else { throw OfficeFault() }
                try await body(
                    Office(
                        database: database, clock: clock, world: world, hasher: hasher, address: "http://localhost:\(port)", client: client))
                try await client.shutdown()
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            } catch {
                try? await client.shutdown()
                await group.triggerGracefulShutdown()
                throw error
            }
        }
    }
}
