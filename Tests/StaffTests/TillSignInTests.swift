import Essentials
import Secrets
import Staff
import TestKit
import Testing

struct TillSignInTests {
    private func byPIN(_ crew: Crew, _ who: StaffMember, _ pin: String = Crew.pin, at till: SecretToken) async throws -> StartedSession {
        try await signInByPIN(who.id, pin: pin, till: till, on: crew.database, hasher: crew.hasher, world: crew.world)
    }

    @Test("a PIN covers the till's location, as a manager at most", arguments: TestDatabase.all)
    func limited(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let till = try await crew.till()
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            let olga = try await crew.hire("Olga", [Grant(role: .owner, location: nil)])
            let associate = try await byPIN(crew, cleo, at: till.token)
            #expect(associate.session.device == till.device.id)
            #expect(associate.session.location == Crew.harbour)
            #expect(associate.session.actor.grants == [Grant(role: .associate, location: Crew.harbour)])
            let owner = try await byPIN(crew, olga, at: till.token)
            #expect(owner.session.actor.grants == [Grant(role: .manager, location: Crew.harbour)])
            #expect(!owner.session.actor.may(.associate, at: Crew.market))
        }
    }

    @Test("a wrong PIN, no PIN and no role there are the same refusal", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let till = try await crew.till()
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            let dan = try await crew.hire("Dan", [Grant(role: .manager, location: Crew.market)])
            await #expect(throws: StaffRefusal.wrongPIN) { try await byPIN(crew, cleo, "2581", at: till.token) }
            await #expect(throws: StaffRefusal.wrongPIN) { try await byPIN(crew, dan, at: till.token) }
            await #expect(throws: StaffRefusal.wrongPIN) { try await byPIN(crew, crew.founder, at: till.token) }
            let stranger = SecretToken(world: crew.world)
            await #expect(throws: StaffRefusal.unknownDevice) { try await byPIN(crew, cleo, at: stranger) }
        }
    }

    @Test("wrong PINs make that person wait at every till, and leave their password alone", arguments: TestDatabase.all)
    func waiting(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (one, two) = (try await crew.till(), try await crew.till("Till 2"))
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            for _ in 0..<5 { await #expect(throws: StaffRefusal.wrongPIN) { try await byPIN(crew, cleo, "2581", at: one.token) } }
            await #expect(throws: StaffRefusal.waiting(seconds: 1)) { try await byPIN(crew, cleo, at: two.token) }
            _ = try await crew.signsIn("Cleo")
        }
    }

    @Test("a PIN session ends when the PIN changes or half an hour passes", arguments: TestDatabase.all)
    func ends(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let till = try await crew.till()
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            let first = try await byPIN(crew, cleo, at: till.token)
            let hash = try await crew.hasher.hash(pin: "1379", world: crew.world)
            try await crew.write { try setPIN(of: cleo.id, to: hash, by: first.session.actor, in: $0, world: $1) }
            #expect(try await crew.session(first.token) == nil)
            let second = try await byPIN(crew, cleo, "1379", at: till.token)
            crew.clock.advance(by: .minutes(30))
            #expect(try await crew.session(second.token) == nil)
        }
    }

    @Test("the keypad shows who can sign in there", arguments: TestDatabase.all)
    func keypad(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            _ = try await crew.hire("Zoe", [Grant(role: .associate, location: Crew.harbour)])
            _ = try await crew.hire("cleo", [Grant(role: .associate, location: nil)])
            _ = try await crew.hire("Dan", [Grant(role: .associate, location: Crew.market)])
            let there = try await crew.database.read { try StaffMember.atTill(of: Crew.harbour, in: $0) }
            #expect(there.map(\.name) == ["cleo", "Zoe"])
        }
    }

    @Test("a retired or renewed device's old token opens nothing", arguments: TestDatabase.all)
    func devices(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (till, owner) = (try await crew.till(), crew.owner)
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            let session = try await byPIN(crew, cleo, at: till.token)
            await #expect(throws: StaffRefusal.deviceNameTaken) { try await crew.till(" TILL  1 ") }
            let renewed = try await crew.write { try renewDeviceToken(till.device.id, by: owner, in: $0, world: $1) }
            #expect(try await crew.session(session.token) == nil)
            #expect(try await crew.database.read { try Device.find(till.token, in: $0) } == nil)
            #expect(try await crew.database.read { try Device.find(renewed.token, in: $0) }?.id == till.device.id)
            for _ in 1...2 { try await crew.write { try retireDevice(till.device.id, by: owner, in: $0, world: $1) } }
            #expect(try await crew.database.read { try Device.find(renewed.token, in: $0) } == nil)
            #expect(try await crew.database.read { try Device.all(at: Crew.harbour, in: $0) } == [])
            _ = try await crew.till()
        }
    }

    @Test("of two devices registered under one name at once, one is", arguments: TestDatabase.all)
    func race(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let outcomes = await concurrently(2) { _ in try await crew.till() }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.refusals == [.deviceNameTaken])
        }
    }

    @Test("only managers of a location register its devices", arguments: TestDatabase.all)
    func registering(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let manager = try await crew.actor(crew.hire("Ben", [Grant(role: .manager, location: Crew.harbour)]))
            _ = try await crew.write { try registerDevice(name: "Till 1", at: Crew.harbour, by: manager, in: $0, world: $1) }
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await crew.write { try registerDevice(name: "Till 1", at: Crew.market, by: manager, in: $0, world: $1) }
            }
        }
    }
}
