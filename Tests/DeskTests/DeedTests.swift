import Catalog
import Content
import Database
import Essentials
import Imports
import Inventory
import Orders
import Places
import Settings
import Staff
import TestKit
import Testing

@testable import Desk

@Suite("the page that says what each role may do")
struct DeedTests {
    @Test("says what the verbs do", arguments: TestDatabase.all)
    func deeds(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 50, at: shop.mainStreet)
            let order = try await Buyer(in: shop).buys(lamp)
            let here = shop.mainStreet.id.bits
            let columns: [(role: Role, location: UInt128?)] = [(.associate, here), (.manager, here), (.manager, nil), (.owner, nil)]
            for deed in Deed.allCases {
                for column in columns {
                    let grant = Grant(role: column.role, location: column.location)
                    let isAllowed = column.role >= deed.least && (column.location == nil || !deed.isEverywhere)
                    let actor = Actor(.staff(shop.world.id()), grants: [grant])
                    let isDone: Bool
                    do {
                        try await shop.write { try Self.doing(deed, lamp, order, in: shop, by: actor, in: $0) }
                        isDone = true
                    } catch StaffRefusal.forbidden {
                        isDone = false
                    } catch OrdersRefusal.needsApproval {
                        isDone = false
                    }
                    #expect(isDone == isAllowed, "\(deed) as \(column.role)\(column.location == nil ? "" : " there")")
                }
            }
        }
    }

    /// Each deed once, in the shop in the main street where it is about a place.
    private static func doing(
        _ deed: Deed, _ lamp: Variant.ID, _ order: Order, in shop: Shop, by actor: Actor, in transaction: Transaction
    ) throws {
        let (world, here) = (shop.world, shop.mainStreet.id)
        let name = world.id(Product.self).description
        switch deed {
        case .sell: try sell(lamp, for: 5_000, in: shop, by: actor, in: transaction)
        case .reduceMore: try sell(lamp, for: 2_500, in: shop, by: actor, in: transaction)
        case .receive: try receiveStock([StockLine(lamp, 1)], at: here, by: actor, in: transaction, world: world)
        case .count:
            let now = try StockLevel.find(lamp, at: here, in: transaction).onHand
            try adjustStock(lamp, at: here, from: now, to: now + 1, because: .found, by: actor, in: transaction, world: world)
        case .approve:
            try approveReduction(
                upTo: Money(minorUnits: 1, currency: .euro), of: world.id(), at: here, by: actor, in: transaction, world: world)
        case .pair:
            let pairing = try beginPairing(in: transaction, world: world)
            _ = try pairDevice(code: pairing.code, name: name, at: here.bits, by: actor, in: transaction, world: world)
        case .cancelOrder: try eraseContact(of: order.id, by: actor, in: transaction, world: world)
        case .changeGoods: try createCollection(CollectionDraft(title: name), by: actor, in: transaction, world: world)
        case .bringIn: _ = try beginImport(.stock, file: name, size: 0, by: actor, in: transaction, world: world)
        case .arrangeFront:
            let seen = try FrontPage.find(shop.web.id, in: transaction)?.version ?? 0
            try arrangeFront(of: shop.web.id, blocks: [], seen: seen, by: actor, in: transaction, world: world)
        case .changePlaces:
            let draft = LocationDraft(code: name, name: name, kind: .store, address: Address(country: "FI"), timeZone: .utc)
            _ = try createLocation(draft, by: actor, in: transaction, world: world)
        case .seeActivity: _ = try auditTrail(limit: 1, by: actor, in: transaction)
        case .hire: try hire(name, Grant(role: .associate, location: here.bits), by: actor, in: transaction, world: world)
        case .runPeople: try hire(name, Grant(role: .manager, location: nil), by: actor, in: transaction, world: world)
        case .settings: try changeSettings(ShopSettings(), by: actor, in: transaction, world: world)
        }
    }

    private static func hire(_ name: String, _ grant: Grant, by actor: Actor, in transaction: Transaction, world: World) throws {
        let draft = StaffDraft(name: name, email: "\(name)@example.com", grants: [grant])
        _ = try createStaffMember(draft, by: actor, in: transaction, world: world)
    }

    private static func sell(_ lamp: Variant.ID, for cents: Int64, in shop: Shop, by actor: Actor, in transaction: Transaction) throws {
        let price = Money(minorUnits: cents, currency: .euro)
        let sale = TillSale(
            id: shop.world.id(), lines: [.init(lamp, quantity: 1, unitPrice: price)], cash: price, at: shop.world.now)
        let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
        _ = try ringUp(sale, in: context, on: shop.till, by: actor, in: transaction, world: shop.world)
    }
}
