import Essentials
import Staff
import TestKit
import TestShop
import Testing

@Suite("Taking in a device by the code that it shows")
struct PairingTests {
    private func code(on page: String) throws -> String {
        let found = try #require(page.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/))
        return String(found.output)
    }

    private func manager(_ site: TillSite) async throws -> Visitor {
        let browser = site.browser()
        _ = try await browser.post("/till/register/sign-in", ["email": "mona@example.com", "password": TillSite.password])
        return browser
    }

    @Test("a manager types it elsewhere, and the device goes on to its sign-in", arguments: TestDatabase.all)
    func paired(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let (device, shop) = (site.browser(), site.shop.mainStreet.id.description)
            let shown = try code(on: try await device.post("/till/pairing").body)
            #expect(try await device.get("/till/pairing").status == 204)

            let typed = shown.lowercased().replacing("-", with: " ")
            let answer = try await manager(site).post("/till/register", ["location": shop, "name": "Till 7", "code": typed])
            #expect(answer.status == 200 && answer.body.contains("Till 7"))
            #expect(try await device.get("/till/pairing").location == "/till/sign-in")
            #expect(try await device.get("/till/sign-in").body.contains("Till 7"))

            // It was good once.
            let again = try await manager(site).post("/till/register", ["location": shop, "name": "Till 8", "code": shown])
            #expect(again.status == 422 && again.body.contains("No device shows this code"))
        }
    }

    @Test("after ten minutes it is worth nothing, and a wrong one never was", arguments: TestDatabase.all)
    func over(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let (device, shop) = (site.browser(), site.shop.mainStreet.id.description)
            let shown = try code(on: try await device.post("/till/pairing").body)
            let wrong = try await manager(site).post("/till/register", ["location": shop, "name": "Till 7", "code": "2222-2222"])
            #expect(wrong.status == 422)
            site.shop.clock.advance(by: .minutes(10))
            let late = try await manager(site).post("/till/register", ["location": shop, "name": "Till 7", "code": shown])
            #expect(late.status == 422)
            #expect(try await device.get("/till/pairing").status == 204)
        }
    }

    @Test("only a manager of that shop takes devices in", arguments: TestDatabase.all)
    func managers(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            _ = try await site.hire("Hanna", .manager, at: site.shop.harbour)
            let shown = try code(on: try await site.browser().post("/till/pairing").body)
            let hanna = site.browser()
            _ = try await hanna.post("/till/register/sign-in", ["email": "hanna@example.com", "password": TillSite.password])
            let main = site.shop.mainStreet.id.description
            #expect(try await hanna.post("/till/register", ["location": main, "name": "Till 7", "code": shown]).status == 403)
        }
    }
}
