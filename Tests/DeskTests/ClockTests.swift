import Orders
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("the clock of the back office")
struct ClockTests {
    /// The held clock stands at 09:00 UTC, and the shop in Helsinki.
    @Test("every time is told by the shop's own clock, as its charts are, and by the one that the owner chose", arguments: TestDatabase.all)
    func told(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            let order = try await Buyer(in: office.shop).buys(lamp)
            let ada = try await office.visitor("Ada")
            let pages = ["/desk", "/desk/orders", "/desk/orders/\(order.number)", "/desk/activity"]
            for page in pages {
                let body = try await ada.get(page).body
                #expect(body.contains("title=\"Europe/Helsinki\">Mar 2, 2026 at 11:00"), "\(page)")
            }
            let saved = try await ada.post(
                "/desk/settings", ["reduction_percent": "10", "low_stock": "5", "idle_minutes": "10", "time_zone": "America/New_York"])
            #expect(saved.status == 303)
            for page in pages {
                let body = try await ada.get(page).body
                #expect(body.contains("title=\"America/New_York\">Mar 2, 2026 at 4:00"), "\(page)")
                #expect(!body.contains("Europe/Helsinki\">Mar"), "\(page)")
            }
        }
    }
}
