import Catalog
import Channels
import Database
import Essentials
import Feed
import Inventory
import Orders
import Places
import Secrets
import Staff
import TestKit
import Testing
import Web

@testable import Desk

/// A shop in which everything has happened once, and Ada, who owns it and looks at every page.
struct FilledDesk: Sendable {
    let shop: Shop
    let session: StaffSession
    let associate: StaffSession
    let shirt: Product
    let shirts: [Variant]
    let lamp: Variant.ID
    let byHand: Catalog.Collection
    let byRule: Catalog.Collection
    let apart: Channel
    let order: Order
    let sale: Order
    let work: Work

    init(_ shop: Shop) async throws {
        self.shop = shop
        let hasher = PasswordHasher(cost: .worthless)
        let (world, owner, list) = (shop.world, shop.owner, shop.prices)
        let ada = try await shop.hire("Ada", [], hasher: hasher)
        try await shop.hire("Bo", [Grant(role: .associate, location: shop.harbour.id.bits)], hasher: hasher)
        func session(_ name: String) async throws -> StaffSession {
            try await signIn(
                name: "\(name)@example.com", password: Office.password, on: shop.database, hasher: hasher, world: world
            ).session
        }
        self.session = try await session("ada")
        associate = try await session("bo")

        let five = Price(Money(minorUnits: 500, currency: .euro), compareAt: Money(minorUnits: 700, currency: .euro))
        (shirt, shirts) = try await shop.write { transaction in
            var draft = ProductDraft(
                title: "Linen shirt", body: "Cool.", vendor: "Virta", type: "Shirt", tags: ["summer"], options: ["Size"],
                variants: ["S", "M"].map { VariantDraft(options: [$0], sku: "SH-\($0)", prices: [list: five]) },
                media: [MediaDraft(url: "https://example.com/shirt.webp", alt: "A shirt")])
            draft.attributes = try Attributes([("colour", .text("White")), ("wash", .number(40))])
            let product = try createProduct(draft, by: Actor(.staff(ada.id), grants: owner.grants), in: transaction, world: world)
            draft = try ProductDetail.find(product.id, on: nil, in: transaction).draft
            draft.title = "Linen shirt, short"
            let changed = try updateProduct(product.id, to: draft, seen: 1, by: owner, in: transaction, world: world)
            try translateProduct(
                product.id, into: "fi", ProductTranslation(title: "Pellavapaita", words: ["Size": "Koko"]), by: owner, in: transaction,
                world: world)
            return (changed, try Variant.of([product.id], in: transaction)[product.id] ?? [])
        }
        let shirt = shirt
        (byHand, byRule) = try await shop.write { transaction in
            let hand = try createCollection(CollectionDraft(title: "Summer"), by: owner, in: transaction, world: world)
            try addToCollection(hand.id, [shirt.id], by: owner, in: transaction, world: world)
            let rule = CollectionRule(.all, [.init(.vendor, .is, "Virta")])
            return (hand, try createCollection(CollectionDraft(title: "Virta", rule: rule), by: owner, in: transaction, world: world))
        }
        apart = try await shop.channel(
            .marketplace, "market", rule: StockRule(sharePercent: 50, buffer: 1, cap: 9, stopAt: 1), stock: .apart)
        lamp = try await shop.product("Lamp", stock: 20)
        let (lamp, harbour, mainStreet) = (lamp, shop.harbour.id, shop.mainStreet.id)
        try await shop.receive(9, of: lamp, at: shop.harbour, pool: apart.pool)
        try await shop.write { transaction in
            try moveStock([StockLine(lamp, 4)], from: shop.warehouse.id, to: harbour, by: owner, in: transaction, world: world)
            try setAside(StockLine(lamp, 1), as: .damaged, at: harbour, note: "Dented", by: owner, in: transaction, world: world)
        }
        order = try await Buyer(in: shop).buys(lamp, 2)
        let cancelled = try await Buyer(in: shop).buys(lamp)
        try await shop.cancel(cancelled)
        let (till, staff) = (shop.till, ada.id)
        sale = try await shop.write { transaction in
            let sale = TillSale(
                id: world.id(), lines: [.init(lamp, quantity: 1, unitPrice: Money(minorUnits: 4_990, currency: .euro))],
                cash: Money(minorUnits: 5_000, currency: .euro), at: world.now)
            let context = SaleContext(channel: till.id, location: mainStreet, staff: staff, source: "walk-in", currency: .euro)
            return try ringUp(sale, in: context, on: till, by: owner, in: transaction, world: world)
        }
        work = try await Work(shop, shirt.id, shirts.map(\.id))
    }

    /// Where the warehouse stands, as nobody chose a zone.
    var clock: ShopClock { ShopClock(zone: shop.warehouse.timeZone, language: session.language) }

    func visit(_ query: KeyValuePairs<String, String> = [:], as session: StaffSession? = nil, _ path: [String: String] = [:]) -> Visit {
        Visit(
            session: session ?? self.session, clock: clock, query: Fields(query.map { (name: $0.key, value: $0.value) }),
            now: shop.world.now,
            parameter: { path[$0] }, form: { Fields() },
            upload: { _ in throw FormRefusal.notAForm })
    }
}
