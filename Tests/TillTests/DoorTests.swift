import Essentials
import Staff
import TestKit
import TestShop
import Testing

@Suite("The door of the till")
struct DoorTests {
    @Test("a browser becomes a till, somebody signs in with a PIN, sells, and signs out", arguments: TestDatabase.all)
    func open(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let browser = site.browser()
            #expect(try await browser.get("/till").location == "/till/register")
            #expect(try await browser.get("/till/sign-in").location == "/till/register")

            let signedIn = try await browser.post("/till/register/sign-in", ["email": "mona@example.com", "password": TillSite.password])
            #expect(signedIn.location == "/till/register")
            let shops = try await browser.get("/till/register?search=main")
            #expect(shops.body.contains("Main Street") && !shops.body.contains("Harbour"))
            let shop = site.shop.mainStreet.id.description
            #expect(try await browser.get("/till/register?location=\(shop)").body.contains("Name of the new till"))
            #expect(try await browser.post("/till/register", ["location": shop, "name": "Till 1"]).location == "/till/sign-in")
            // The manager is out again.
            #expect(try await browser.get("/till").location == "/till/sign-in")

            let keypad = try await browser.get("/till/sign-in")
            #expect(keypad.body.contains("Ben") && keypad.body.contains("Mona") && keypad.body.contains("Main Street"))
            #expect(try await browser.post("/till/sign-in", ["staff": ben.id.description, "pin": TillSite.pin]).location == "/till")
            let counter = try await browser.get("/till")
            #expect(counter.status == 200)
            #expect(counter.body.contains("data-settings=") && counter.body.contains("EUR") && counter.body.contains(ben.id.description))
            #expect(counter.header("cache-control") == "no-store")
            #expect(try await browser.post("/till/sign-out").location == "/till/sign-in?staff=\(ben.id)")
            // The name stands chosen: the PIN is all that is missing.
            #expect(try await browser.get("/till/sign-in?staff=\(ben.id)").body.contains("value=\"\(ben.id)\" required checked"))
            #expect(try await browser.get("/till").location == "/till/sign-in")
        }
    }

    @Test("a wrong PIN shows the page again, with the name still chosen", arguments: TestDatabase.all)
    func wrongPIN(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let browser = try await site.registered()
            let answer = try await browser.post("/till/sign-in", ["staff": ben.id.description, "pin": "9999"])
            #expect(answer.status == 401)
            #expect(answer.body.contains("The PIN is wrong.") && answer.body.contains("checked"))
            #expect(try await browser.post("/till/sign-in", ["pin": "2580"]).status == 422)
            #expect(try await browser.get("/till").location == "/till/sign-in")
        }
    }

    @Test("a till that nobody touches is nobody's until the PIN is typed again", arguments: TestDatabase.all)
    func lock(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let browser = try await site.registered()
            _ = try await browser.post("/till/sign-in", ["staff": ben.id.description, "pin": TillSite.pin])
            #expect(try await browser.get("/till").body.contains("&quot;idleMinutes&quot;:10"))
            #expect(try await browser.post("/till/lock", json: [String: String]()).status == 200)
            #expect(try await browser.get("/till/report").location == "/till/sign-in")

            let wrong = try await browser.post(
                "/till/unlock", json: ["staff": ben.id.description, "pin": "9999"], headers: ["accept": "application/json"])
            #expect(wrong.status == 401 && wrong.body.contains("staff.wrong_pin"))
            let right = try await browser.post("/till/unlock", json: ["staff": ben.id.description, "pin": TillSite.pin])
            #expect(right.status == 200 && right.body.contains("\"session\":\"sts_"))
            #expect(try await browser.get("/till/report").status == 200)
            // Twice closes nothing more, and a browser that is no till opens nothing.
            for _ in 0..<2 { #expect(try await browser.post("/till/lock", json: [String: String]()).status == 200) }
            let stranger = try await site.browser().post("/till/unlock", json: ["staff": ben.id.description, "pin": TillSite.pin])
            #expect(stranger.status == 401)
        }
    }

    @Test("a password opens the till as well, and a wrong one does not", arguments: TestDatabase.all)
    func password(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let browser = try await site.registered()
            let wrong = try await browser.post("/till/sign-in/password", ["email": "mona@example.com", "password": "a wrong horse"])
            #expect(wrong.status == 401 && wrong.body.contains("mona@example.com") && !wrong.body.contains("a wrong horse"))
            let right = try await browser.post("/till/sign-in/password", ["email": "mona@example.com", "password": TillSite.password])
            #expect(right.location == "/till")
            #expect(try await browser.get("/till").status == 200)
        }
    }

    @Test("only a manager of a shop makes a browser its till", arguments: TestDatabase.all)
    func managers(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            _ = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            _ = try await site.hire("Hanna", .manager, at: site.shop.harbour)
            let associate = site.browser()
            let refused = try await associate.post("/till/register/sign-in", ["email": "ben@example.com", "password": TillSite.password])
            #expect(refused.status == 403)

            let elsewhere = site.browser()
            _ = try await elsewhere.post("/till/register/sign-in", ["email": "hanna@example.com", "password": TillSite.password])
            let shops = try await elsewhere.get("/till/register")
            #expect(shops.body.contains("Harbour") && !shops.body.contains("Main Street"))
            let foreign = try await elsewhere.post("/till/register", ["location": site.shop.mainStreet.id.description, "name": "Till 1"])
            #expect(foreign.status == 403)
        }
    }

    @Test("a till whose browser is lost is given to another, and the lost one is a till no more", arguments: TestDatabase.all)
    func replaced(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let lost = try await site.registered()
            let taken = site.browser()
            _ = try await taken.post("/till/register/sign-in", ["email": "mona@example.com", "password": TillSite.password])
            let shop = site.shop.mainStreet.id.description
            let again = try await taken.post("/till/register", ["location": shop, "name": " till 1 "])
            #expect(again.status == 409 && again.body.contains("Another device of this location has that name."))

            let tills = try await site.shop.database.read { try Device.all(at: site.shop.mainStreet.id.bits, in: $0) }
            let till = try #require(tills.first)
            #expect(try await taken.post("/till/register", ["till": till.id.description]).location == "/till/sign-in")
            #expect(try await taken.get("/till/sign-in").status == 200)
            #expect(try await lost.get("/till").location == "/till/register")
        }
    }

    @Test("a shop that no till channel sells from says so", arguments: TestDatabase.all)
    func noChannel(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let hanna = try await site.hire("Hanna", .manager, at: site.shop.harbour)
            let browser = try await site.registered(at: site.shop.harbour)
            _ = try await browser.post("/till/sign-in", ["staff": hanna.id.description, "pin": TillSite.pin])
            #expect(try await browser.get("/till").status == 503)
        }
    }
}
