import ArgumentParser
import Bench
import Catalog
import Database
import Essentials
import Foundation
import Inventory
import Places
import Secrets
import Staff

/// Fills a database that has the real products and stores with stock, for `seam bench`.
struct BenchPrepare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-prepare", abstract: "Stock an imported catalogue for measuring.", shouldDisplay: false)
    @Option(help: "In how many stores each product lies, or “all”.") var stores = "20"
    @Option(help: "Units of a product in each of its stores.") var units: Int64 = 1_000
    @Option(help: "Units of the product that everybody wants.") var wishUnits: Int64 = 6_000
    @Option(help: "Where to write what visitors must know, as JSON.") var describe: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let shop = try await explaining { try await withShop(options) { try await prepare($0) } }
        try JSONEncoder().encode(shop).write(to: URL(filePath: describe))
    }

    private func prepare(_ database: any Database) async throws -> PreparedShop {
        let world = World.live
        let actor = Actor.system("bench")
        let locations = try await database.read { try Location.all(in: $0).map(\.id).sorted() }
        guard let till = locations.first else { throw ValidationError("The database has no locations.") }
        let each = stores == "all" ? locations.count : min(Int(stores) ?? 20, locations.count)
        let products = try await everyProduct(in: database)
        for (number, product) in products.enumerated() {
            let isWish = number == products.count - 1
            let wished = Dictionary(uniqueKeysWithValues: [(till, wishUnits)])
            // The till's store has everything: what is sold there lies there.
            let spread = Dictionary(
                [(till, units)]
                    + (1..<each).map { (locations[1 + (number * 7 + $0 * locations.count / each) % (locations.count - 1)], units) },
                uniquingKeysWith: { first, _ in first })
            try await database.write {
                try openStock(of: product.variant, isWish ? wished : spread, by: actor, in: $0, world: world)
            }
        }
        guard let wish = products.last else { throw ValidationError("The database has no products.") }
        let collections = try await makeCollections(database, by: actor, world: world)
        try await hireClerk(database, world: world)
        return PreparedShop(
            products: products.dropLast().map { .init(handle: $0.handle, variant: $0.variant.description) }, collections: collections,
            wish: .init(handle: wish.handle, variant: wish.variant.description, units: Int(wishUnits)),
            till: .init(location: till.description, email: Self.email, password: Self.password),
            balances: (products.count - 1) * each + 1)
    }

    private static let email = "bench@example.com"
    private static let password = "a clerk who never sleeps"

    private func hireClerk(_ database: any Database, world: World) async throws {
        let hash = try await PasswordHasher(cost: .modest).hash(password: Self.password, world: world)
        try await database.write { transaction in
            var founder = StaffDraft(name: "Bench", email: Self.email)
            founder.password = hash
            _ = try foundShop(founder, in: transaction, world: world)
        }
    }

    private func everyProduct(in database: any Database) async throws -> [(handle: String, variant: Variant.ID)] {
        try await database.read { snapshot in
            var all: [(handle: String, variant: Variant.ID)] = []
            var last: ProductSummary.Cursor?
            while true {
                let page = try ProductSummary.page(after: last, limit: 500, in: snapshot)
                guard let end = page.last else { return all }
                let variants = try Variant.of(page.map(\.id), in: snapshot)
                all += page.compactMap { product in variants[product.id]?.first.map { (product.handle, $0.id) } }
                last = end.cursor
            }
        }
    }

    /// A collection for each of the vendors with most products.
    private func makeCollections(
        _ database: any Database, by actor: Actor, world: World
    ) async throws -> [PreparedShop.Collection] {
        try await database.write { transaction in
            guard let list = try PriceList.all(in: transaction).first else { return [] }
            let vendors = try ProductFacet.find(.vendor, for: ProductQuery(), on: list.id, in: transaction)
                .sorted { $0.count > $1.count }
            return try vendors.prefix(24).map { vendor in
                let rule = CollectionRule(.all, [.init(.vendor, .is, vendor.name)])
                let draft = CollectionDraft(title: vendor.name, rule: rule)
                let collection = try createCollection(draft, by: actor, in: transaction, world: world)
                return PreparedShop.Collection(handle: collection.handle, count: vendor.count)
            }
        }
    }
}
