import Channels
import Database
import Desk
import Essentials
import Feed
import Foundation
import Hummingbird
import Inventory
import Logging
import Metrics
import Orders
import Secrets
import ServiceLifecycle
import Storefront
import Till
import Web

/// Everything that one node runs: the surfaces, and what follows the feed behind them.
struct ShopServer {
    private let database: any Database
    private let world: World
    private let logger: Logger
    private let tail: FeedTail
    private let hub: LiveHub
    private let assets: Assets
    private let storefront: Storefront
    private let till: Till
    private let desk: Desk
    private let provider = PaymentProvider.test

    init(
        database: any Database, world: World, hasher: PasswordHasher, resources: Resources, theme: String? = nil, themes: String? = nil,
        site: String = "", rereads: Bool, logger: Logger
    ) async throws {
        let database = WatchedDatabase(database, world: world, logger: logger)
        self.database = database
        self.world = world
        self.logger = logger
        tail = try await FeedTail(of: database)
        let (epoch, last) = try await database.write { try (Feed.epoch(in: $0, world: world), Feed.last(in: $0)) }
        hub = LiveHub(epoch: String(epoch, radix: 36), after: LivePlace(group: last.transaction, number: last.seq))
        let worn = theme.map { ThemeFolder(path: $0) }
        let wardrobe = ThemeFolder.all(in: themes)
        let folders = wardrobe.reduce(into: worn.map { [Theme.assets: $0.path] } ?? [:]) { $0["themes/" + $1.key] = $1.value.path }
        let assets = try Assets(resources.assets, besides: folders, rereads: rereads)
        self.assets = assets
        func templates(_ surface: String, in theme: ThemeFolder?) throws -> Templates {
            func load() throws -> Templates {
                try Templates(
                    [resources.templates + "/" + surface] + (surface == "shop" ? theme?.templates.map { [$0] } ?? [] : []),
                    catalogues: [resources.texts + "/sentences", resources.texts + "/" + surface]
                        + (theme?.catalogues(of: surface) ?? []), assets: assets, rereads: rereads)
            }
            return try theme?.explaining(load) ?? load()
        }
        let own = try templates("shop", in: nil)
        var fittings: [String: Fitting] = [:]
        var strange: [String: [StrangeTag]] = [:]
        for (name, theme) in wardrobe {
            do {
                let dressed = try templates("shop", in: theme)
                strange[name] = theme.strangeTags(in: dressed, beside: own, logger: logger)
                fittings[name] = Fitting(templates: dressed, files: "themes/" + name, in: assets)
            } catch let fault as ThemeFolder.Fault {
                // Nobody wears it yet: the shop opens without it.
                logger.warning("\(fault)")
            }
        }
        let dressed = try worn.map { try templates("shop", in: $0) } ?? own
        storefront = try Storefront(
            database: database, world: world, tail: tail, templates: dressed, hub: hub, provider: provider,
            hasher: hasher, logger: logger, site: site, theme: Theme(assets), fittings: fittings)
        till = try Till(
            database: database, world: world, tail: tail, templates: templates("till", in: worn),
            scripts: Texts([resources.texts + "/till-script"]), hasher: hasher)
        desk = try Desk(
            database: database, world: world, hasher: hasher, provider: provider, templates: templates("desk", in: worn),
            wardrobe: Wardrobe(strange, worn: worn?.strangeTags(in: dressed, beside: own, logger: logger) ?? []))
    }

    /// Serves until the process is asked to end; requests under way finish first.
    func run(_ options: WebServerOptions, onceListening: @escaping @Sendable (Int) async -> Void) async throws {
        var options = options
        options.imageSources = Storefront.imageSources
        options.uploads = Desk.uploads
        options.errorPages = ErrorPages(["/": storefront.errorPage, "/till": till.errorPage, "/desk": desk.errorPage])
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        let meter = RequestMeter()
        let database = database
        let operations = Operations(meter: meter, registry: registry, live: hub, watchers: options.watchers) {
            do {
                _ = try await database.read { try Feed.last(in: $0) }
                return []
            } catch {
                return [(error as? any Refusal)?.message ?? "The database cannot be read."]
            }
        }
        let server = try WebServer(options, logger: logger, meter: meter, live: hub, onceListening: onceListening) { router in
            operations.addRoutes(to: router)
            assets.addRoutes(to: router)
            // Stock is for everybody to see; other topics will ask who listens.
            hub.addRoute(to: router) { topic, _ in topic.hasPrefix("stock:") }
            storefront.add(to: router)
            till.add(to: router)
            desk.add(to: router)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: Background(run: work)),
                    .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    /// What goes on behind the surfaces until the end.
    private func work() async {
        let followers = FollowerRunner(
            [.leaveArchivedLocations, .joinStock, .endangeredOrders, .eraseContacts, .lowStock, .salesByQuarter, .buyerWords], on: database,
            tail: tail, world: world,
            logger: logger)
        let timers = TimerRunner([.checkoutExpiry], on: database, world: world, logger: logger)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await tail.run() }
            group.addTask { await followers.run() }
            group.addTask { await timers.run() }
            group.addTask { await storefront.run() }
            group.addTask { await settleUnansweredPayments() }
            group.addTask { await makeRoom() }
            group.addTask { await giveBackMemory() }
        }
    }

    /// Tables that are kept in pieces never come to the end of the last one.
    private func makeRoom() async {
        while !Task.isCancelled {
            do {
                for table in ShopSchema.partitioned { try await database.makeRoom(in: table) }
            } catch {
                logger.error("no room could be made ahead", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(60))
        }
    }

    private func settleUnansweredPayments() async {
        while !Task.isCancelled {
            do {
                try await settlePayments(olderThan: .minutes(1), with: provider, in: database, world: world)
            } catch {
                logger.error("payments could not be settled", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(60))
        }
    }
}

/// Work that ends when the shop does.
private struct Background: Service {
    let run: @Sendable () async -> Void

    init(run: @escaping @Sendable () async -> Void) {
        self.run = run
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await run() }
    }
}
