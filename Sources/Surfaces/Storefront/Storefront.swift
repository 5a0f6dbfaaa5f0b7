import Database
import Essentials
import Feed
import Hummingbird
import Logging
import Orders
import Secrets
import Web

/// The web shop: pages for shoppers, from the front page to the order.
///
/// Pages that are the same for everybody are kept rendered and follow the feed; the numbers on them go on moving while
/// they are open.
public final class Storefront: Sendable {
    /// Where pictures of products may come from: catalogues name pictures that lie on other hosts.
    public static let imageSources = ["https:", "http:"]

    let database: any Database
    let world: World
    let templates: Templates
    let provider: PaymentProvider
    let hasher: PasswordHasher
    let keeper: ShopKeeper
    /// Where the world finds the shop; empty when nobody said so, and it is where each request found it.
    private let site: String
    let pages: PageCache
    let shelves = ShelfWatch()
    let fittings: [String: Fitting]
    let liveStock: LiveStock

    /// - Parameters:
    ///   - templates: those of `Templates/shop`.
    ///   - hub: carries the moving numbers to open pages.
    ///   - provider: takes the money.
    ///   - site: where the world finds the shop, `https://shop.example`; canonical addresses begin with it.
    ///   - theme: what the merchant dresses it in.
    ///   - fittings: other themes that managers may look at it in, by name.
    ///   - pageMemory: bytes that kept pages may take.
    public init(
        database: any Database, world: World, tail: FeedTail, templates: Templates, hub: LiveHub, provider: PaymentProvider,
        hasher: PasswordHasher, logger: Logger, site: String = "", theme: Theme = Theme(), fittings: [String: Fitting] = [:],
        pageMemory: Int = 128 << 20
    ) {
        self.database = database
        self.world = world
        self.templates = templates
        self.provider = provider
        self.hasher = hasher
        self.fittings = fittings
        self.site = site
        keeper = ShopKeeper(database, looks: Looks(site: site, theme: theme, texts: templates.texts))
        pages = PageCache(byteLimit: pageMemory, clock: world.clock)
        liveStock = LiveStock(database: database, keeper: keeper, hub: hub, logger: logger)
        tail.observeAtOnce { [weak self] in self?.hear($0) }
        tail.observe { [weak self] in self?.liveStock.hear($0) }
    }

    /// The shop as a request finds it: in its language, and with addresses that begin where it came to when nobody said where
    /// the world finds it.
    func shop(for context: SeamContext) async throws -> WebShop {
        var shop = try await keeper.shop(in: context.language)
        shop.looks.site = origin(of: context)
        return shop
    }

    private func origin(of context: SeamContext) -> String {
        guard site.isEmpty else { return site }
        // No name of a host is longer (RFC 1035, 2.3.4), and pages are kept under it.
        return context.host.utf8.count <= 300 ? (context.isSecure ? "https://" : "http://") + context.host : ""
    }

    /// What shared pages are kept under: whoever comes to another address never gets a page with that of somebody else.
    func key(_ key: String, for context: SeamContext) -> String {
        site.isEmpty ? context.language + " " + key + " " + origin(of: context) : context.language + " " + key
    }

    /// Whether everybody may listen to a topic: the numbers of stock.
    public func mayHear(_ topic: String) -> Bool { topic.hasPrefix(LiveStock.prefix) }

    /// The present numbers of the topics that are the shop's, in one read: for `LiveHub.addRoute`.
    public func present(_ topics: [String]) async throws -> [LiveEvent] {
        try await liveStock.present(topics)
    }

    /// Carries new numbers to open pages until the task is cancelled.
    public func run() async {
        await liveStock.run()
    }
}
