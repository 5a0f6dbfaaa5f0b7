import AsyncHTTPClient
import Catalog
import Database
import Essentials
import Foundation
import Logging
import Orders
import Secrets
import ServiceLifecycle
import Staff
import TestKit
import TestShop
import Web

@testable import Desk

/// A back office over real HTTP, in a small shop with a held clock and passwords that cost nothing.
struct Office: Sendable {
    let shop: Shop
    let hasher: PasswordHasher
    let address: String
    let client: HTTPClient

    static let password = "a horse of course"

    var database: any Database { shop.database }

    /// A browser at which nobody has signed in.
    func stranger() -> Visitor { Visitor(of: address, client: client) }

    /// What the server prints while nobody owns the shop.
    func foundingCode() async throws -> String {
        let world = shop.world
        return try await database.write { try FoundingCode.prepare(in: $0, world: world) } ?? ""
    }

    /// Takes somebody on, and signs them in at a browser of their own.
    func visitor(_ name: String, _ grants: [Grant] = [Grant(role: .owner, location: nil)]) async throws -> Visitor {
        try await shop.hire(name, grants, hasher: hasher)
        let visitor = stranger()
        _ = try await visitor.post("/desk/sign-in", ["email": "\(name.lowercased())@example.com", "password": Self.password])
        return visitor
    }
}

extension Shop {
    /// Takes somebody on with the usual password; the first one founds the shop.
    @discardableResult
    func hire(_ name: String, _ grants: [Grant], hasher: PasswordHasher) async throws -> StaffMember {
        var draft = StaffDraft(name: name, email: "\(name.lowercased())@example.com", grants: grants)
        draft.password = try await hasher.hash(password: Office.password, world: world)
        let (complete, world, owner) = (draft, world, owner)
        return try await write { transaction in
            guard try StaffMember.isShopFounded(in: transaction) else { return try foundShop(complete, in: transaction, world: world) }
            return try createStaffMember(complete, by: owner, in: transaction, world: world)
        }
    }
}

struct OfficeFault: Error {}

/// The templates of the back office, as they lie in the project.
func deskTemplates() throws -> Templates {
    try Templates([ProjectFolder.root.appending(path: "Templates/desk").path])
}

/// Runs a back office, in a shop where nobody works yet, while `body` visits it.
func withOffice(
    on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, _ body: @escaping @Sendable (Office) async throws -> Void
) async throws {
    let templates = try deskTemplates()
    try await withShop(on: engine, trace: trace) { shop in
        let hasher = PasswordHasher(cost: .worthless, waiting: 1_000)
        let desk = Desk(database: shop.database, world: shop.world, hasher: hasher, provider: .test, templates: templates)
        var options = WebServerOptions()
        options.port = 0
        options.uploads = Desk.uploads
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
                try await body(Office(shop: shop, hasher: hasher, address: "http://localhost:\(port)", client: client))
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
