import Database
import Essentials
import Places
import Staff
import TestKit
import Testing

@Suite("Locations")
struct LocationTests {
    @Test("a location is found as it was created, by id and by the retailer's own number", arguments: TestDatabase.all)
    func create(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            var draft = try LocationDraft.test(
                " 1000 ", at: Point(latitude: 44.85466, longitude: -93.24565), hours: .test("Mo 10:00-21:30"))
            draft.format = "BigBox"
            draft.services = ["Repairs", " Pickup ", "", "Repairs"]
            let created = try await places.create(draft)
            #expect(created.code == "1000")
            #expect(created.version == 1)
            #expect(created.services == ["Repairs", "Pickup"])
            let database = places.database
            #expect(try await database.read { try Location.find(created.id, in: $0) } == created)
            #expect(try await database.read { try Location.find(code: "1000", in: $0) } == created)
            #expect(try await database.read { try Location.find([created.id], in: $0) } == [created.id: created])
            #expect(try await database.read { try Location.find(code: "1001", in: $0) } == nil)
            #expect(try await database.read { try Location.find([Location.ID](), in: $0) }.isEmpty)
            #expect(try await places.topics(of: created) == ["location.created"])
        }
    }

    @Test("two locations never share a number, also when both come at once", arguments: TestDatabase.all)
    func codeTaken(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let outcomes = await concurrently(8) { _ in try await places.create(.test("7")) }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.compactMap { $0 as? PlacesRefusal } == Array(repeating: .codeTaken("7"), count: 7))
            let other = try await places.create(.test("8"))
            await #expect(throws: PlacesRefusal.codeTaken("7")) { try await places.update(other) { $0.code = "7" } }
        }
    }

    @Test("a change is told with what changed; a change of nothing is none", arguments: TestDatabase.all)
    func update(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let created = try await places.create(.test())
            places.clock.advance(by: .hours(1))
            let updated = try await places.update(created) {
                $0.name = "Mall"
                $0.kind = .warehouse
            }
            #expect(updated.version == 2)
            #expect(updated.updatedAt - created.updatedAt == .hours(1))
            let same = try await places.update(updated) { $0.name = " Mall " }
            #expect(same == updated)
            #expect(try await places.topics(of: created) == ["location.created", "location.updated"])
            let body = try await places.database.read {
                try $0.value("SELECT body FROM fact WHERE topic = 'location.updated'", as: String.self)
            }
            #expect(body?.contains(#""changed":["name","kind"]"#) == true)
        }
    }

    @Test("a change made on an older version is refused", arguments: TestDatabase.all)
    func changedMeanwhile(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let created = try await places.create(.test())
            _ = try await places.update(created) { $0.name = "First" }
            await #expect(throws: PlacesRefusal.changedMeanwhile) { try await places.update(created) { $0.name = "Second" } }
            let hours = try OpeningHours.test("Mo 10:00-20:00")
            let set = try await places.database.write { [places] in
                try setOpeningHours(of: created.id, to: hours, version: 2, by: places.owner, in: $0, world: places.world)
            }
            #expect(set.hours == hours)
            #expect(set.version == 3)
        }
    }

    @Test("of two who change one version at once, one is refused", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let created = try await places.create(.test())
            let outcomes = await concurrently(2) { number in try await places.update(created) { $0.name = "Name \(number)" } }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.compactMap { $0 as? PlacesRefusal } == [.changedMeanwhile])
        }
    }

    @Test("putting away and taking into use again is done once, however often it is asked for", arguments: TestDatabase.all)
    func archive(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let created = try await places.create(.test(hours: .always))
            for _ in 0..<2 {
                let archived = try await places.database.write { [places] in
                    try archiveLocation(created.id, by: places.owner, in: $0, world: places.world)
                }
                #expect(archived.isArchived)
                #expect(!archived.isOpen(at: places.world.now))
            }
            #expect(try await places.database.read { try Location.page(limit: 10, in: $0) }.isEmpty)
            #expect(try await places.database.read { try Location.page(limit: 10, archived: true, in: $0) }.count == 1)
            for _ in 0..<2 {
                let reopened = try await places.database.write { [places] in
                    try reopenLocation(created.id, by: places.owner, in: $0, world: places.world)
                }
                #expect(reopened.isOpen(at: places.world.now))
            }
            #expect(try await places.topics(of: created) == ["location.created", "location.archived", "location.reopened"])
        }
    }

    @Test("a manager of one shop changes that shop and no other, and opens none", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let mine = try await places.create(.test("1"))
            let other = try await places.create(.test("2"))
            let manager = Actor(.staff(StaffMember.ID(bits: 1)), grants: [Grant(role: .manager, location: mine.id.bits)])
            #expect(try await places.update(mine, by: manager) { $0.name = "Mine" }.name == "Mine")
            await #expect(throws: StaffRefusal.forbidden(.manager)) { try await places.update(other, by: manager) { $0.name = "Mine" } }
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await places.database.write { try createLocation(.test("3"), by: manager, in: $0, world: places.world) }
            }
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await places.database.write { try archiveLocation(mine.id, by: manager, in: $0, world: places.world) }
            }
        }
    }

    @Test("what cannot be is refused beside its field", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let created = try await places.create(.test())
            let wrong: [(PlacesRefusal, String, @Sendable (inout LocationDraft) -> Void)] = [
                (.missing(field: "name"), "name", { $0.name = " " }), (.missing(field: "code"), "code", { $0.code = "" }),
                (.tooLong(field: "name", limit: 200), "name", { $0.name = String(repeating: "x", count: 201) }),
                (.codeUnusable, "code", { $0.code = "a/b" }), (.codeUnusable, "code", { $0.code = "a?b#c" }),
                (.codeUnusable, "code", { $0.code = ".." }), (.codeUnusable, "code", { $0.code = "7\u{202E}" }),
                (.notOneLine(field: "services"), "services", { $0.services = ["a\nb"] }),
                (.country("USA"), "country", { $0.address.country = "USA" }),
            ]
            for (refusal, field, change) in wrong {
                await #expect(throws: refusal) { try await places.update(created, change) }
                #expect(refusal.field == field)
            }
            await #expect(throws: PlacesRefusal.unknownLocation) {
                try await places.database.write {
                    try archiveLocation(Location.ID(bits: 5), by: places.owner, in: $0, world: places.world)
                }
            }
        }
    }
}
