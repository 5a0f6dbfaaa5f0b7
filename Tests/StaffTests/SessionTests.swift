import Database
import Essentials
import Secrets
import Staff
import Synchronization
import TestKit
import Testing

struct SessionTests {
    @Test("a session that nobody uses ends after two hours", arguments: TestDatabase.all)
    func idle(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let started = try await crew.signsIn("Ada")
            crew.clock.advance(by: .minutes(119))
            let session = try #require(try await crew.session(started.token))
            #expect(session.isDueToBeSeen(at: crew.world.now))
            try await crew.write { try seeSession(session.id, in: $0, world: $1) }
            let seen = try #require(try await crew.session(started.token))
            #expect(!seen.isDueToBeSeen(at: crew.world.now))
            crew.clock.advance(by: .minutes(119))
            #expect(try await crew.session(started.token) != nil)
            crew.clock.advance(by: .minutes(1))
            #expect(try await crew.session(started.token) == nil)
        }
    }

    @Test("a session that is used all the time ends after a long working day", arguments: TestDatabase.all)
    func absolute(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let started = try await crew.signsIn("Ada")
            for _ in 0..<13 {
                crew.clock.advance(by: .hours(1))
                try await crew.write { try seeSession(started.session.id, in: $0, world: $1) }
            }
            #expect(try await crew.session(started.token) != nil)
            crew.clock.advance(by: .hours(1))
            #expect(try await crew.session(started.token) == nil)
        }
    }

    @Test("signing out ends one session, signing out everywhere all but the one that is kept", arguments: TestDatabase.all)
    func signingOut(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (a, b, c) = (try await crew.signsIn("Ada"), try await crew.signsIn("Ada"), try await crew.signsIn("Ada"))
            let outcomes = await concurrently(2) { _ in try await crew.write { try signOut(a.token, in: $0, world: $1) } }
            #expect(outcomes.failures.isEmpty)
            #expect(try await crew.session(a.token) == nil)
            #expect(try await crew.session(b.token) != nil)
            let ada = crew.founder.id
            try await crew.write { try signOutEverywhere(ada, except: c.session.id, by: c.session.actor, in: $0, world: $1) }
            #expect(try await crew.session(b.token) == nil)
            #expect(try await crew.session(c.token) != nil)
        }
    }

    @Test("a new password needs the present one and ends the other sessions", arguments: TestDatabase.all)
    func newPassword(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (here, elsewhere) = (try await crew.signsIn("Ada"), try await crew.signsIn("Ada"))
            await #expect(throws: StaffRefusal.wrongPassword) {
                try await changePassword(
                    from: "a wrong horse", to: "a second horse", in: here.session, on: crew.database, hasher: crew.hasher, world: crew.world
                )
            }
            await #expect(throws: SecretRefusal.passwordShort) {
                try await changePassword(
                    from: Crew.password, to: "short", in: here.session, on: crew.database, hasher: crew.hasher, world: crew.world)
            }
            try await changePassword(
                from: Crew.password, to: "a second horse", in: here.session, on: crew.database, hasher: crew.hasher, world: crew.world)
            #expect(try await crew.session(here.token) != nil)
            #expect(try await crew.session(elsewhere.token) == nil)
            await #expect(throws: StaffRefusal.wrongSignIn) { try await crew.signsIn("Ada") }
            _ = try await crew.signsIn("Ada", "a second horse")
        }
    }

    @Test("an owner gives somebody a new password, but changes their own with the present one", arguments: TestDatabase.all)
    func reset(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.hire("Ben", [Grant(role: .manager, location: nil)])
            let (owner, old) = (crew.owner, try await crew.signsIn("Ben"))
            let hash = try await crew.hasher.hash(password: "a third horse", world: crew.world)
            try await crew.write { try setPassword(of: ben.id, to: hash, by: owner, in: $0, world: $1) }
            #expect(try await crew.session(old.token) == nil)
            _ = try await crew.signsIn("Ben", "a third horse")
            let ada = crew.founder.id
            await #expect(throws: StaffRefusal.ownPassword) {
                try await crew.write { try setPassword(of: ada, to: hash, by: owner, in: $0, world: $1) }
            }
        }
    }

    @Test("finding a session is one statement", arguments: TestDatabase.all)
    func oneStatement(on engine: TestDatabase) async throws {
        let statements = Heard()
        try await withDatabase(on: engine, StaffSchema.migrations, trace: { statements.add([$0]) }) { database in
            let (world, hasher) = (World.held(by: TestClock()), PasswordHasher(cost: .worthless))
            let draft = StaffDraft(
                name: "Ada", email: "ada@example.com", password: try await hasher.hash(password: Crew.password, world: world))
            _ = try await database.write { try foundShop(draft, in: $0, world: world) }
            let started = try await signIn(name: draft.email, password: Crew.password, on: database, hasher: hasher, world: world)
            let before = statements.all.count
            let now = world.now
            _ = try await database.read { try StaffSession.find(started.token, at: now, in: $0) }
            let asked = statements.all.dropFirst(before).filter { $0.hasPrefix("SELECT") }
            #expect(asked.count == 1)
        }
    }
}
