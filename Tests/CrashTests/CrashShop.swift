import Catalog
import Database
import Essentials
import Inventory
import Orders
import Places
import Secrets
import Staff
import TestKit
import TestShop

/// A shop with more on its shelves than a crowd can buy, and a manager who sells at its till.
struct CrashShop: Sendable {
    let store: Location.ID
    let seller: StaffMember.ID
    let variants: [Variant.ID]

    static let price = Money(minorUnits: 1_995, currency: .euro)
    static let account = (email: "seller@example.com", password: "a horse of course")
    private static let plenty: Int64 = 1_000_000

    /// Opens it in a new database.
    static func open(in database: any Database) async throws -> CrashShop {
        _ = try await database.write { try $0.migrate(KitMigrations.all + ShopMigrations.all) }
        let shop = try await Shop(on: database)
        var variants: [Variant.ID] = []
        for title in ["Lamp", "Kettle", "Chair", "Bowl"] {
            variants.append(try await shop.product(title, price: "19.95", stock: plenty, at: shop.mainStreet))
        }
        let password = try await PasswordHasher(cost: .worthless).hash(password: account.password, world: shop.world)
        let seller = try await shop.write { transaction in
            let draft = StaffDraft(
                name: "Seller", email: account.email, password: password,
                grants: [Grant(role: .manager, location: shop.mainStreet.id.bits)])
            return try createStaffMember(draft, by: shop.owner, in: transaction, world: shop.world)
        }
        return CrashShop(store: shop.mainStreet.id, seller: seller.id, variants: variants)
    }

    /// Units that have neither left with a customer nor are on the shelf, though nobody has moved them: zero, always.
    func missing(in snapshot: some Reading) throws -> Int64 {
        let onHand = try variants.reduce(Int64(0)) { try $0 + StockLevel.find($1, at: store, in: snapshot).onHand }
        var sold: Int64 = 0
        var before: Int64?
        repeat {
            var filter = OrderList.Filter()
            filter.state = .completed
            let page = try OrderList.page(filter, before: before, limit: 500, in: snapshot)
            for order in page.orders { sold += try Demand.of(order.id.bits, in: snapshot).reduce(0) { $0 + $1.quantity } }
            before = page.next
        } while before != nil
        return Self.plenty * Int64(variants.count) - onHand - sold
    }
}
