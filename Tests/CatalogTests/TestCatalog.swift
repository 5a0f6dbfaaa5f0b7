import Catalog
import Database
import Essentials
import Feed
import Staff
import Synchronization
import TestKit

/// A catalogue to test with: a database, a price list in dollars, somebody who may change things, a held clock.
struct TestCatalog: Sendable {
    let database: any Database
    let clock: TestClock
    let world: World
    let list: PriceList
    let manager = Actor.system("test")
    let associate = Actor(.system("test"), grants: [Grant(role: .associate, location: nil)])
    let statements: StatementCount

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await database.write(body)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        try await database.read(body)
    }

    @discardableResult
    func create(_ draft: ProductDraft) async throws -> Product {
        try await write { try createProduct(draft, by: manager, in: $0, world: world) }
    }

    /// A product with one variant at a price.
    @discardableResult
    func create(_ title: String, sku: String? = nil, price: String? = "9.95", vendor: String = "", tags: [String] = []) async throws
        -> Product
    {
        try await create(
            ProductDraft(
                title: title, vendor: vendor, tags: tags,
                variants: [VariantDraft(sku: sku, prices: price.map { [list.id: dollars($0)] } ?? [:])]))
    }

    func variants(_ product: Product) async throws -> [Variant] {
        try await read { try Variant.of([product.id], in: $0)[product.id] ?? [] }
    }

    func facts(_ topic: String) async throws -> Int {
        try await read { try $0.value("SELECT count(*) FROM fact WHERE topic = \(topic)", as: Int.self) ?? 0 }
    }
}

func dollars(_ amount: String, compareAt: String? = nil) -> Price {
    Price(
        Money(parsing: amount, currency: .dollar) ?? .zero(.dollar), compareAt: compareAt.flatMap { Money(parsing: $0, currency: .dollar) })
}

func withCatalog<T>(on engine: TestDatabase, _ body: (TestCatalog) async throws -> T) async throws -> T {
    let statements = StatementCount()
    return try await withDatabase(on: engine, StaffSchema.migrations + CatalogSchema.migrations, trace: { statements.add($0) }) {
        database in
        let clock = TestClock()
        let world = World.held(by: clock)
        let list = try await database.write {
            try createPriceList(name: "Standard", currency: .dollar, by: .system("test"), in: $0, world: world)
        }
        return try await body(TestCatalog(database: database, clock: clock, world: world, list: list, statements: statements))
    }
}

/// Counts the statements that a piece of work needs.
final class StatementCount: Sendable {
    private let texts = Mutex<[String]>([])

    func add(_ text: String) {
        guard !["BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "PRAGMA"].contains(where: { text.hasPrefix($0) }) else { return }
        texts.withLock { $0.append(text) }
    }

    func during<T>(_ work: () async throws -> T) async throws -> (T, statements: Int) {
        texts.withLock { $0 = [] }
        let outcome = try await work()
        return (outcome, texts.withLock { $0.count })
    }
}
