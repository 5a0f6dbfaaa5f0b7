import Catalog
import Customers
import Database
import Essentials
import Feed
import Orders
import Staff
import TestKit
import Testing

@Suite("Finding somebody's orders")
struct BuyerSearchTests {
    private func found(_ typed: String, by actor: Actor? = nil, in shop: Shop) async throws -> [Int64] {
        try await Follower.buyerWords.catchUp(in: shop.database, world: shop.world)
        let actor = actor ?? shop.owner
        return try await shop.database.read { snapshot in
            var filter = OrderList.Filter()
            filter.buyer = try BuyerSearch(typed, by: actor, in: snapshot)
            return try OrderList.page(filter, in: snapshot).orders.map(\.number)
        }
    }

    private func associate(at location: UInt128?) -> Actor {
        Actor(.staff(StaffMember.ID(bits: 7)), grants: [Grant(role: .associate, location: location)])
    }

    private func sale(of variant: Variant.ID, to customer: Customer.ID, in shop: Shop) async throws -> Order {
        let (till, owner, world) = (shop.till, shop.owner, shop.world)
        let price = Money(minorUnits: 4_990, currency: .euro)
        let sale = TillSale(
            id: world.id(), lines: [.init(variant, quantity: 1, unitPrice: price)], cash: price, at: world.now, customer: customer)
        let context = SaleContext(channel: till.id, location: shop.mainStreet.id, currency: .euro)
        return try await shop.write { try ringUp(sale, in: context, on: till, by: owner, in: $0, world: world) }
    }

    @Test("works by pieces of the name, the e-mail address and the telephone number, newest first", arguments: TestDatabase.all)
    func pieces(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 9)
            var contact = Buyer.contact
            contact.name = "Päivi Mäkinen"
            contact.email = "Paivi@Example.org"
            contact.phone = "040 123 4567"
            let (first, second) = (
                try await Buyer(in: shop).buys(lamp, as: contact), try await Buyer(in: shop).buys(lamp, as: contact)
            )
            let other = try await Buyer(in: shop).buys(lamp)
            let theirs = [second.number, first.number]
            for typed in [
                "paivi", "MÄKI", "päivi mäkinen", "makinen p", "paivi@ex", "PAIVI@example.org", "1234567", "+358 40 123 4567", "4567",
            ] {
                #expect(try await found(typed, in: shop) == theirs, "\(typed)")
            }
            #expect(try await found("virtanen", in: shop) == [other.number])
            for typed in ["", "!", "päivi virtanen", "nobody", "040 765 4321", "%"] {
                #expect(try await found(typed, in: shop).isEmpty, "\(typed)")
            }
        }
    }

    @Test("finds what a customer bought over the counter, also under an account that became theirs", arguments: TestDatabase.all)
    func overTheCounter(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 9, at: shop.mainStreet)
            let (owner, world) = (shop.owner, shop.world)
            func guest(_ name: String, _ email: String) async throws -> Customer.ID {
                try await shop.write {
                    try createGuest(GuestDraft(name: name, email: email, language: "en"), by: owner, in: $0, world: world).id
                }
            }
            let (old, new) = (try await guest("Ulla Old", "old@example.com"), try await guest("Ulla New", "new@example.com"))
            let order = try await sale(of: lamp, to: old, in: shop)
            #expect(try await found("new@example.com", in: shop).isEmpty)
            try await shop.write { _ = try mergeCustomers(old, into: new, by: owner, in: $0, world: world) }
            for typed in ["new@example.com", "ulla n", "\(new)", "\(old)"] {
                #expect(try await found(typed, in: shop) == [order.number], "\(typed)")
            }
            let names = try await shop.database.read { try OrderList.buyers(of: [order], for: owner, in: $0) }
            #expect(names == [order.id: "Ulla New"])
            let detail = try await shop.database.read { try OrderDetail.load(order, by: owner, in: $0) }
            #expect(detail.customer?.id == new && detail.contact == nil && !detail.isContactWithheld)
        }
    }

    @Test("is for those whom it concerns: where it was sold, where it comes from, and the whole shop", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let order = try await Buyer(in: shop).buys(lamp)
            for actor in [associate(at: nil), associate(at: shop.warehouse.id.bits)] {
                #expect(try await found("virtanen", by: actor, in: shop) == [order.number])
                #expect(try await shop.database.read { try OrderList.buyers(of: [order], for: actor, in: $0) }[order.id] == "Aino Virtanen")
            }
            let elsewhere = associate(at: shop.harbour.id.bits)
            #expect(try await found("virtanen", by: elsewhere, in: shop).isEmpty)
            #expect(try await shop.database.read { try OrderList.buyers(of: [order], for: elsewhere, in: $0) }.isEmpty)
            await #expect(throws: StaffRefusal.forbidden(.associate)) {
                try await found("virtanen", by: .guest(channel: nil), in: shop)
            }
        }
    }

    @Test("ends when the person is erased, also when nobody had looked for them yet", arguments: TestDatabase.all)
    func erased(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let (first, second) = (try await Buyer(in: shop).buys(lamp), try await Buyer(in: shop).buys(lamp))
            let (owner, world) = (shop.owner, shop.world)
            #expect(try await found("virtanen", in: shop) == [second.number, first.number])
            try await shop.write { try eraseContact(of: first.id, by: owner, in: $0, world: world) }
            #expect(try await found("aino@", in: shop) == [second.number])
            let third = try await Buyer(in: shop).buys(lamp)
            try await shop.write { try eraseContact(of: third.id, by: owner, in: $0, world: world) }
            #expect(try await found("virtanen", in: shop) == [second.number])
            try await shop.write { try eraseContact(of: second.id, by: owner, in: $0, world: world) }
            let words = try await shop.database.read { try $0.value("SELECT count(*) FROM order_word", as: Int.self) }
            #expect(words == 0)
        }
    }
}
