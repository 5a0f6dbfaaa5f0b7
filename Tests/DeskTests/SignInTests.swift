import AsyncHTTPClient
import Essentials
import Staff
import TestKit
import TestShop
import Testing

@Suite("the door of the back office")
struct SignInTests {
    @Test(
        "on a database without an owner, whoever knows the server's code founds the shop, and nobody after them",
        arguments: TestDatabase.all)
    func setUp(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let first = office.stranger()
            let code = try await office.foundingCode()
            #expect(try await office.foundingCode() == code)
            #expect(try await first.get("/desk").location == "/desk/sign-in?to=%2Fdesk")
            #expect(try await first.get("/desk/sign-in").location == "/desk/set-up")
            #expect(try await first.get("/desk/set-up").body.contains("Found the shop"))

            func found(_ code: String) async throws -> Visitor.Answer {
                try await first.post(
                    "/desk/set-up",
                    [
                        "code": code, "name": "Ada", "email": "ada@example.com", "password": Office.password,
                        "again": Office.password,
                    ])
            }
            for wrong in ["", "AAAA-AAAA", String(code.dropLast())] {
                let refused = try await found(wrong)
                #expect(refused.status == (wrong.isEmpty ? 422 : 401) && refused.body.contains("id=\"code-error\""))
                #expect(!refused.body.contains(code))
            }
            let founded = try await found(code.lowercased().replacing("-", with: " "))
            #expect(founded.status == 303)
            #expect(founded.location == "/desk")
            #expect(try await first.get("/desk/staff").body.contains("Ada"))

            let second = office.stranger()
            #expect(try await second.get("/desk/set-up").location == "/desk/sign-in")
            let refused = try await second.post(
                "/desk/set-up",
                ["code": code, "name": "Eve", "email": "eve@example.com", "password": Office.password, "again": Office.password])
            #expect(refused.status == 409)
            #expect(refused.body.contains("This shop has its owner already."))
        }
    }

    @Test("what is wrong with the set-up stands beside its field, and what was typed stays", arguments: TestDatabase.all)
    func setUpRefused(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let stranger = office.stranger()
            let code = try await office.foundingCode()
            let differ = try await stranger.post(
                "/desk/set-up",
                ["code": code, "name": "Ada", "email": "ada@example.com", "password": "a horse of course", "again": "another"])
            #expect(differ.status == 422)
            #expect(differ.body.contains("The two passwords are not the same."))
            #expect(differ.body.contains("value=\"ada@example.com\""))
            #expect(!differ.body.contains("a horse of course"))
            let short = try await stranger.post(
                "/desk/set-up", ["code": code, "name": "Ada", "email": "ada@example.com", "password": "horse", "again": "horse"])
            #expect(short.body.contains("id=\"password-error\""))
            #expect(short.body.contains("at least 8 characters"))
        }
    }

    @Test("a wrong name and a wrong password are refused in the same words", arguments: TestDatabase.all)
    func wrong(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            _ = try await office.visitor("Ada")
            let stranger = office.stranger()
            let name = try await stranger.post("/desk/sign-in", ["email": "eve@example.com", "password": Office.password])
            let password = try await stranger.post("/desk/sign-in", ["email": "ada@example.com", "password": "guess guess"])
            #expect(name.status == 401)
            #expect(password.status == 401)
            let sentence = "The e-mail address or the password is wrong."
            #expect(name.body.contains(sentence) && password.body.contains(sentence))
            #expect(password.body.contains("value=\"ada@example.com\""))
            #expect(!password.body.contains("guess guess"))
            #expect(name.header("set-cookie") == nil)
        }
    }

    @Test("signing in leads back to where one wanted to go, and to no other site", arguments: TestDatabase.all)
    func goingOn(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            _ = try await office.visitor("Ada")
            let stranger = office.stranger()
            let way = try await stranger.get("/desk/locations?search=north")
            #expect(way.location == "/desk/sign-in?to=%2Fdesk%2Flocations%3Fsearch%3Dnorth")
            #expect(try await stranger.get(way.location ?? "").body.contains("value=\"/desk/locations?search=north\""))
            let fields: (String) -> KeyValuePairs<String, String> = {
                ["email": "ada@example.com", "password": Office.password, "to": $0]
            }
            #expect(
                try await stranger.post("/desk/sign-in", fields("/desk/locations?search=north")).location == "/desk/locations?search=north")
            for elsewhere in ["https://evil.example/desk", "//evil.example", "/desk\\@evil.example", "/cart"] {
                let location = try await stranger.post("/desk/sign-in", fields(elsewhere)).location
                #expect(location == "/desk" || location == "/")
            }
        }
    }

    @Test("a session ends with signing out, and after hours of doing nothing", arguments: TestDatabase.all)
    func ending(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            #expect(try await ada.get("/desk/staff").status == 200)
            #expect(try await ada.get("/desk/staff").header("cache-control") == "no-store")
            #expect(try await ada.post("/desk/sign-out").location == "/desk/sign-in?out=1")
            #expect(try await ada.get("/desk/staff").status == 303)

            _ = try await ada.post("/desk/sign-in", ["email": "ada@example.com", "password": Office.password])
            office.shop.clock.advance(by: .hours(3))
            #expect(try await ada.get("/desk/staff").status == 303)
            let late = try await ada.post("/desk/price-lists", ["name": "Outlet", "currency": "EUR"])
            #expect(late.status == 401)
            #expect(late.body.contains("Your session has ended and nothing was saved."))
        }
    }

    @Test("a form that another site sends changes nothing", arguments: TestDatabase.all)
    func crossSite(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            var request = HTTPClientRequest(url: office.address + "/desk/price-lists")
            request.method = .POST
            request.headers.add(name: "origin", value: "https://evil.example")
            request.headers.add(name: "sec-fetch-site", value: "cross-site")
            request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(.init(string: "name=Outlet&currency=EUR"))
            let answer = try await office.client.execute(request, timeout: .seconds(10))
            #expect(answer.status.code == 403)
            #expect(try await answer.body.collect(upTo: 100_000).getString(at: 0, length: 100)?.isEmpty == false)
            #expect(try await !ada.get("/desk/price-lists").body.contains("Outlet"))
        }
    }

    @Test("whoever guesses from one address is slowed down", arguments: TestDatabase.all)
    func limit(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            _ = try await office.visitor("Ada")
            let stranger = office.stranger()
            var last = 0
            for number in 0..<25 {
                last = try await stranger.post("/desk/sign-in", ["email": "e\(number)@example.com", "password": "guess guess"]).status
            }
            #expect(last == 429)
        }
    }
}
