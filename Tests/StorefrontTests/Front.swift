import AsyncHTTPClient
import Database
import Feed
import Foundation
import Logging
import Orders
import Secrets
import ServiceLifecycle
import Storefront
import TestKit
import TestShop
import Web

/// A web shop that runs on a small `Shop`, and whoever visits it over real HTTP.
struct Front: Sendable {
    let shop: Shop
    let storefront: Storefront
    let address: String
    let client: HTTPClient

    /// Somebody with a browser of their own.
    func visitor() -> Visitor { Visitor(of: address, client: client) }
}

enum ShopTemplates {
    static let folder = ProjectFolder.root.appending(path: "Templates/shop").path

    /// - Parameter isSpoken: with the texts of every language, not of English alone.
    static func load(isSpoken: Bool = false) throws -> Templates {
        let texts = ["sentences", "shop"].map { ProjectFolder.root.appending(path: "Texts/" + $0).path }
        return try Templates([folder], catalogues: isSpoken ? texts : [], assets: Assets(ProjectFolder.root.appending(path: "Public").path))
    }
}

/// Runs `body` while a web shop answers on a port of its own.
func withFront(
    on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, body: @escaping @Sendable (Front) async throws -> Void
) async throws {
    try await withShop(on: engine, trace: trace) { shop in try await withFront(of: shop, on: shop.database, body: body) }
}

/// The same for a shop that is there: one of its nodes, which knows the shop's database by a way of its own.
func withFront(of shop: Shop, on database: any Database, isSpoken: Bool = false, body: @escaping @Sendable (Front) async throws -> Void)
    async throws
{
    let logger = Logger(label: "front") { _ in SwiftLogNoOpLogHandler() }
    let tail = try await FeedTail(of: database)
    let hub = LiveHub(epoch: "test", after: 0)
    let storefront = Storefront(
        database: database, world: shop.world, tail: tail, templates: try ShopTemplates.load(isSpoken: isSpoken), hub: hub, provider: .test,
        hasher: PasswordHasher(cost: .worthless), logger: logger)
    var options = WebServerOptions()
    options.port = 0
    options.errorPages = ErrorPages(["/": storefront.errorPage])
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let server = try WebServer(options, logger: logger, onceListening: { listening.yield($0) }, atShutdown: [hub.end]) { router in
        storefront.add(to: router)
        hub.addRoute(to: router) { topic, _ in
            storefront.mayHear(topic)
        } present: { topics, _ in
            try await storefront.present(topics)
        }
    }
    let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        tasks.addTask { await storefront.run() }
        tasks.addTask { await tail.run() }
        let client = Visitor.client()
        do {
            guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
            try await body(Front(shop: shop, storefront: storefront, address: "http://localhost:\(port)", client: client))
            try await client.shutdown()
            await group.triggerGracefulShutdown()
            tasks.cancelAll()
        } catch {
            try? await client.shutdown()
            await group.triggerGracefulShutdown()
            tasks.cancelAll()
            throw error
        }
    }
}

/// What a shopper types at the checkout.
enum Typed {
    static let address: KeyValuePairs<String, String> = [
        "email": "aino@example.com", "name": "Aino Virtanen", "line1": "Fabianinkatu 1", "postal_code": "00100", "city": "Helsinki",
        "country": "FI",
    ]

    /// The same with one field typed differently.
    static func address(but field: String, is text: String) -> [(String, String)] {
        address.map { ($0.key, $0.key == field ? text : $0.value) } + (address.contains { $0.key == field } ? [] : [(field, text)])
    }
}
