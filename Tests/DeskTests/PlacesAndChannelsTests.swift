import Channels
import Database
import Essentials
import Feed
import Places
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("locations, channels and staff in the back office")
struct PlacesAndChannelsTests {
    private func shop(
        code: String = "S9", zone: String = "Europe/Helsinki", hours: String = "Mo 10:00-18:00\r\n2026-12-25 off", latitude: String = ""
    ) -> KeyValuePairs<String, String> {
        [
            "name": "Turku", "code": code, "kind": "store", "city": "Turku", "country": "FI", "time_zone": zone, "hours": hours,
            "latitude": latitude, "services": "Repairs",
        ]
    }

    @Test("a location is opened with its hours, changed, and put away", arguments: TestDatabase.all)
    func location(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let path = try await ada.post("/desk/locations", shop()).location?.split(separator: "?").first
            let page = String(try #require(path))
            let location = try #require(try await office.database.read { try Location.find(code: "S9", in: $0) })
            #expect(location.hours.description == "Mo 10:00-18:00; 2026-12-25 off")
            // Monday 2026-03-02, 11:00 there.
            #expect(try await ada.get(page).body.contains("open now"))
            #expect(try await ada.get("/desk/locations?search=turk").body.contains("S9"))
            #expect(try await ada.post(page + "/archival").location == page + "?said=archived")
            #expect(try await !ada.get("/desk/locations").body.contains("S9"))
        }
    }

    @Test(
        "archiving a location says which channels stop selling from it, and coming back asks which begin again", arguments: TestDatabase.all
    )
    func comeBack(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let (harbour, web) = (office.shop.harbour, office.shop.web)
            let page = "/desk/locations/\(harbour.id)"
            let before = try await ada.get(page).body
            #expect(before.contains("It is sold from no more by \(web.name).") && before.contains("href=\"/desk/channels/\(web.id)\""))
            _ = try await ada.post(page + "/archival")
            try await Follower.leaveArchivedLocations.catchUp(in: office.database, world: office.shop.world)
            let archived = try await ada.get(page).body
            #expect(archived.contains("name=\"channel\" value=\"\(web.id)\" checked"))
            #expect(try await ada.post(page + "/revival", ["channel": "\(web.id)"]).location == page + "?said=returned")
            #expect(try await office.database.read { try Channel.find(web.id, in: $0) }?.locations == web.locations)
            _ = try await ada.post(page + "/archival")
            try await Follower.leaveArchivedLocations.catchUp(in: office.database, world: office.shop.world)
            #expect(try await ada.post(page + "/revival").location == page + "?said=reopened")
            #expect(try await office.database.read { try Channel.find(web.id, in: $0) }?.sells(from: harbour.id) == false)
            #expect(try await ada.get(page).body.contains("No channel sells from it"))
        }
    }

    @Test("hours of a location are told by its own clock, whose name stands beside them", arguments: TestDatabase.all)
    func ownClock(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let made = try await ada.post("/desk/locations", shop(zone: "Asia/Tokyo", hours: "Mo 10:00-18:00\r\nTu 10:00-18:00"))
            let page = try await ada.get(String(try #require(made.location))).body
            // Monday 2026-03-02, 18:00 there: it has just closed.
            let told = try #require(page.firstMatch(of: /opens ([^<]*) <span class="second">Asia\/Tokyo/)).1
            #expect(told.contains("10:00") && told.contains("Tuesday") && !page.contains("<time"))
        }
    }

    @Test("what is wrong with a location stands beside its field", arguments: TestDatabase.all)
    func locationRefused(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let zone = try await ada.post("/desk/locations", shop(zone: "Mars/Base"))
            #expect(zone.body.contains("“Mars/Base” is no time zone."))
            let hours = try await ada.post("/desk/locations", shop(hours: "Monday all day"))
            #expect(hours.body.contains("“Monday all day” is not of the form"))
            let taken = try await ada.post("/desk/locations", shop(code: "S1"))
            #expect(taken.status == 409 && taken.body.contains("Another location has the number “S1”."))
            let half = try await ada.post("/desk/locations", shop(latitude: "60.4"))
            #expect(half.body.contains("Write both latitude and longitude") && half.body.contains("value=\"Turku\""))
        }
    }

    @Test("a channel is opened, bound by a rule and given its locations; numbers that none has are refused", arguments: TestDatabase.all)
    func channel(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let made = try await ada.post(
                "/desk/channels",
                [
                    "kind": "marketplace", "name": "Market", "handle": "market", "list": "\(office.shop.prices)", "language": "en",
                    "stock": "linked", "locations": "S1\r\nS2",
                ])
            let page = String(try #require(made.location?.split(separator: "?").first))
            _ = try await ada.post(page + "/rule", ["version": "1", "share": "50", "buffer": "2"])
            let wrong = try await ada.post(page + "/locations", ["version": "2", "locations": "S1\r\nX7"])
            #expect(wrong.body.contains("No location has the number “X7”.") && wrong.body.contains("S1\r\nX7"))
            let stale = try await ada.post(
                page, ["version": "1", "name": "Bazaar", "handle": "market", "list": "\(office.shop.prices)", "language": "en"])
            #expect(stale.status == 409)
            #expect(stale.body.contains("What you typed is still in its form") && stale.body.contains("value=\"Bazaar\""))
            let channel = try #require(try await office.database.read { try Channel.find(handle: "market", in: $0) })
            #expect(channel.rule == StockRule(sharePercent: 50, buffer: 2))
            #expect(channel.locations.count == 2 && channel.currency == .euro)
        }
    }

    @Test("somebody is taken on, given a role and loses it again", arguments: TestDatabase.all)
    func staff(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let made = try await ada.post(
                "/desk/staff",
                [
                    "name": "Bo", "email": "bo@example.com", "language": "en", "role": "associate", "location": "S1",
                    "password": Office.password,
                ])
            let page = String(try #require(made.location?.split(separator: "?").first))
            let bo = office.stranger()
            #expect(try await bo.post("/desk/sign-in", ["email": "bo@example.com", "password": Office.password]).status == 303)
            #expect(try await bo.post("/desk/price-lists", ["name": "Mine", "currency": "EUR"]).status == 403)
            #expect(try await bo.post(page + "/roles", ["role": "owner"]).status == 403)
            _ = try await ada.post(page + "/roles", ["role": "manager"])
            #expect(try await bo.post("/desk/price-lists", ["name": "Mine", "currency": "EUR"]).status == 303)
            _ = try await ada.post(page + "/role-revocation", ["place": ""])
            #expect(try await bo.post("/desk/price-lists", ["name": "Yours", "currency": "EUR"]).status == 403)
            let trail = try await ada.get("/desk/activity").body
            #expect(trail.contains("staff.role_granted") && trail.contains(">Bo</a>"))
        }
    }
}
