import Database
import Essentials
import Secrets
import Staff
import TestKit
import Testing

struct SignInTests {
    @Test("the right password opens a session, under any spelling of the address", arguments: TestDatabase.all)
    func opens(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let started = try await signIn(
                name: "  ADA@Example.com ", password: Crew.password, on: crew.database, hasher: crew.hasher, world: crew.world)
            let session = try #require(try await crew.session(started.token))
            #expect(session.id == started.session.id)
            #expect(session.staff == crew.founder.id)
            #expect(session.name == "Ada")
            #expect(session.actor.may(.owner))
            #expect(session.actor.origin.actor == crew.founder.id.description)
        }
    }

    @Test("a wrong password and an unknown name are the same refusal, and both cost a hash", arguments: TestDatabase.all)
    func uniform(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn("Ada", "a wrong horse") }
            await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn("Nobody") }
            // A hasher that takes nobody shows who hashes.
            let shut = PasswordHasher(cost: .worthless, atOnce: 0, waiting: 0)
            for name in ["ada@example.com", "nobody@example.com", "", "no address"] {
                await #expect(throws: SecretRefusal.busy) {
                    try await signIn(name: name, password: "x", on: crew.database, hasher: shut, world: crew.world)
                }
            }
        }
    }

    @Test("many wrong guesses make everybody wait longer and longer, known name or not", arguments: TestDatabase.all)
    func lockout(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            for name in ["Ada", "Nobody"] {
                for _ in 0..<5 { await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn(name, "a wrong horse") } }
                var waits: [Int] = []
                for _ in 0..<12 {
                    do {
                        _ = try await crew.signsIn(name, "a wrong horse")
                    } catch StaffRefusal.waiting(let seconds) {
                        waits.append(seconds)
                        crew.clock.advance(by: .seconds(seconds))
                        await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn(name, "a wrong horse") }
                    }
                }
                #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
                await #expect(throws: StaffRefusal.waiting(seconds: 900)) { try await crew.signsIn(name) }
                #expect(StaffRefusal.waiting(seconds: 900).kind == .tooMany)
            }
            crew.clock.advance(by: .minutes(15))
            _ = try await crew.signsIn("Ada")
            for _ in 0..<5 { await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn("Ada", "a wrong horse") } }
        }
    }

    @Test("guesses that come all at once are all counted", arguments: TestDatabase.all)
    func burst(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let outcomes = await concurrently(50) { _ in try await crew.signsIn("Ada", "a wrong horse") }
            let refusals = outcomes.refusals
            #expect(refusals.filter { $0 == .wrongSignIn }.count == FailedAttempts.free)
            #expect(refusals.filter { $0 != .wrongSignIn }.allSatisfy { $0 == .waiting(seconds: 1) })
            #expect(refusals.count == 50)
        }
    }

    @Test("somebody who signs in twice at once has two sessions", arguments: TestDatabase.all)
    func twice(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let started = await concurrently(2) { _ in try await crew.signsIn("Ada") }.successes
            #expect(started.count == 2)
            for one in started {
                let found = try await crew.session(one.token)
                #expect(found?.id == one.session.id)
            }
        }
    }

    @Test("the token that a browser came with is worth nothing after signing in", arguments: TestDatabase.all)
    func rotated(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let first = try await crew.signsIn("Ada")
            let second = try await crew.signsIn("Ada", replacing: first.token)
            #expect(first.token != second.token)
            #expect(try await crew.session(first.token) == nil)
            #expect(try await crew.session(second.token) != nil)
        }
    }

    @Test("a password kept at an old cost is kept at today's after signing in", arguments: TestDatabase.all)
    func rehashed(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let modest = PasswordHasher(cost: .modest)
            _ = try await signIn(name: "ada@example.com", password: Crew.password, on: crew.database, hasher: modest, world: crew.world)
            let stored = try await crew.database.read { try $0.value("SELECT password FROM staff_member", as: String.self) }
            #expect(stored?.hasPrefix("$scrypt$ln=15,") == true)
            _ = try await signIn(name: "ada@example.com", password: Crew.password, on: crew.database, hasher: modest, world: crew.world)
        }
    }

    @Test("who left does not come in", arguments: TestDatabase.all)
    func archived(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.hire("Ben", [Grant(role: .manager, location: nil)])
            let (owner, token) = (crew.owner, try await crew.signsIn("Ben").token)
            for _ in 1...2 { try await crew.write { try archiveStaffMember(ben.id, by: owner, in: $0, world: $1) } }
            #expect(try await crew.session(token) == nil)
            await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn("Ben") }
            try await crew.write { try restoreStaffMember(ben.id, by: owner, in: $0, world: $1) }
            #expect(try await crew.session(token) == nil)
            #expect(try await crew.signsIn("Ben").session.actor.grants == [])
        }
    }

    @Test("no token is stored, only its digest", arguments: TestDatabase.all)
    func digests(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (session, till) = (try await crew.signsIn("Ada"), try await crew.till())
            let kept = try await crew.database.read {
                try $0.values("SELECT token FROM staff_session UNION ALL SELECT token FROM device ORDER BY token", as: [UInt8].self)
            }
            #expect(Set(kept) == [session.token.digest, till.token.digest])
            let everything = try await crew.database.read { snapshot in
                try ["staff_member", "staff_session", "device", "audit", "fact"].flatMap { try snapshot.texts(in: $0) }
            }
            for text in everything {
                #expect(!text.contains(session.token.text) && !text.contains(till.token.text) && !text.contains(Crew.password))
            }
        }
    }
}
