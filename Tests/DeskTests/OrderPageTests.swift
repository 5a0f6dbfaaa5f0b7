import Essentials
import Orders
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("orders in the back office")
struct OrderPageTests {
    @Test("an order shows what was bought, by whom, from where, and what happened to it", arguments: TestDatabase.all)
    func page(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            let order = try await Buyer(in: office.shop).buys(lamp, 2)
            let ada = try await office.visitor("Ada")
            let page = try await ada.get("/desk/orders/\(order.number)").body
            for text in ["Lamp", "€99.80", "Aino Virtanen", "Fabianinkatu 1", "Warehouse", "The order was placed.", "taken"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(try await ada.get("/desk/orders").body.contains("#\(order.number)"))
            #expect(try await ada.get("/desk/orders?number=%23\(order.number)").location == "/desk/orders/\(order.number)")
            #expect(try await ada.get("/desk/orders/\(order.id)").status == 200)
            #expect(try await ada.get("/desk/orders/999999").status == 404)
        }
    }

    @Test("a manager cancels an order once; an associate does not", arguments: TestDatabase.all)
    func cancel(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            let order = try await Buyer(in: office.shop).buys(lamp, 2)
            let ada = try await office.visitor("Ada")
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            let path = "/desk/orders/\(order.number)"
            #expect(try await !bo.get(path).body.contains("Cancel the order"))
            #expect(try await bo.post(path + "/cancellation").status == 403)
            #expect(try await office.shop.shown(lamp) == 8)
            #expect(try await ada.post(path + "/cancellation").location == path + "?said=cancelled")
            #expect(try await office.shop.shown(lamp) == 10)
            let again = try await ada.post(path + "/cancellation")
            #expect(again.status == 409)
            #expect(try await ada.get(path).body.contains("given back"))
        }
    }
}
