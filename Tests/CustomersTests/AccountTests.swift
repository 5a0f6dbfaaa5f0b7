import Customers
import Essentials
import Secrets
import Staff
import TestKit
import Testing

struct AccountTests {
    @Test("registering opens an account and signs its owner in", arguments: TestDatabase.all)
    func registering(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let started = try await clientele.registers("Ada", "ada@example.com")
            let session = try #require(try await clientele.session(started.token))
            #expect(session.customer.kind == .registered)
            #expect(session.actor.origin.actor == session.customer.id.description)
            #expect(try await clientele.contacts(session.customer.id).map(\.key) == ["ada@example.com"])
            #expect(try await clientele.facts() == ["customer.created"])
        }
    }

    @Test("one address opens one account, also when two try at once", arguments: TestDatabase.all)
    func unique(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let outcomes = await concurrently(2) { _ in try await clientele.registers("Ada", "ada@example.com") }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.refusals == [.emailTaken])
            await #expect(throws: CustomerRefusal.emailTaken) { try await clientele.registers("Eve", "ADA@Example.com") }
        }
    }

    @Test("a guest who registers keeps their id, and does it once", arguments: TestDatabase.all)
    func fromGuest(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let guest = try await clientele.guest("A. Lovelace", email: "ada@example.com")
            let outcomes = await concurrently(2) { try await clientele.registers("Ada Byron", "ada\($0)@example.com", guest: guest.id) }
            #expect(outcomes.refusals == [.alreadyRegistered])
            let session = try #require(outcomes.successes.first).session
            #expect(session.customer.id == guest.id)
            #expect(session.customer.name == "Ada Byron" && session.customer.kind == .registered)
            #expect(try await clientele.search("lovelace") == [])
            #expect(try await clientele.search("byron") == ["Ada Byron"])
            #expect(try await clientele.facts() == ["customer.created", "customer.registered"])
        }
    }

    @Test("registering under an address gives nothing of what others left under it", arguments: TestDatabase.all)
    func noTakeover(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let guest = try await clientele.guest("Ada", email: "ada@example.com")
            let stranger = try await clientele.registers("Eve", "ada@example.com").session
            #expect(stranger.customer.id != guest.id)
            #expect(
                try await clientele.database.read { try Customer.identities(of: stranger.customer.id, in: $0) } == [stranger.customer.id])
        }
    }

    @Test("a wrong password and an unknown address are the same refusal, and both cost a hash", arguments: TestDatabase.all)
    func uniform(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            _ = try await clientele.registers("Ada", "ada@example.com")
            await #expect(throws: CustomerRefusal.wrongSignIn) { try await clientele.signsIn("ada@example.com", "a wrong horse") }
            await #expect(throws: CustomerRefusal.wrongSignIn) { try await clientele.signsIn("nobody@example.com") }
            let shut = PasswordHasher(cost: .worthless, atOnce: 0, waiting: 0)
            for email in ["ada@example.com", "nobody@example.com", ""] {
                await #expect(throws: SecretRefusal.busy) {
                    try await signInCustomer(email: email, password: "x", on: clientele.database, hasher: shut, world: clientele.world)
                }
            }
        }
    }

    @Test("many wrong guesses make everybody wait, known address or not", arguments: TestDatabase.all)
    func lockout(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            _ = try await clientele.registers("Ada", "ada@example.com")
            for email in ["ada@example.com", "nobody@example.com"] {
                let burst = await concurrently(30) { _ in try await clientele.signsIn(email, "a wrong horse") }
                #expect(burst.refusals.filter { $0 == .wrongSignIn }.count == FailedAttempts.free)
                #expect(burst.refusals.filter { $0 == .waiting(seconds: 1) }.count == 30 - FailedAttempts.free)
            }
            clientele.clock.advance(by: .seconds(1))
            _ = try await clientele.signsIn("ada@example.com")
        }
    }

    @Test("a session ends after a month without a visit, and after half a year", arguments: TestDatabase.all)
    func expiry(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let idle = try await clientele.registers("Ada", "ada@example.com")
            let used = try await clientele.signsIn("ada@example.com")
            for _ in 0..<8 {
                clientele.clock.advance(by: .days(20))
                let session = try #require(try await clientele.session(used.token))
                #expect(session.isDueToBeSeen(at: clientele.world.now))
                try await clientele.write { try seeCustomerSession(session.id, in: $0, world: $1) }
            }
            #expect(try await clientele.session(idle.token) == nil)
            clientele.clock.advance(by: .days(20))
            #expect(try await clientele.session(used.token) == nil)
        }
    }

    @Test("signing in rotates the token, signing out ends it", arguments: TestDatabase.all)
    func tokens(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let first = try await clientele.registers("Ada", "ada@example.com")
            let second = try await clientele.signsIn("ada@example.com", replacing: first.token)
            #expect(try await clientele.session(first.token) == nil)
            let outcomes = await concurrently(2) { _ in
                try await clientele.write { transaction, _ in try signOutCustomer(second.token, in: transaction) }
            }
            #expect(outcomes.failures.isEmpty)
            #expect(try await clientele.session(second.token) == nil)
        }
    }

    @Test("a new password needs the present one and ends the other sessions", arguments: TestDatabase.all)
    func newPassword(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (here, elsewhere) = (
                try await clientele.registers("Ada", "ada@example.com"), try await clientele.signsIn("ada@example.com")
            )
            await #expect(throws: CustomerRefusal.wrongPassword) {
                try await changeCustomerPassword(
                    email: "ada@example.com", from: "a wrong horse", to: "a second horse", in: here.session, on: clientele.database,
                    hasher: clientele.hasher, world: clientele.world)
            }
            let stranger = try await clientele.registers("Eve", "eve@example.com")
            await #expect(throws: CustomerRefusal.wrongPassword) {
                try await changeCustomerPassword(
                    email: "ada@example.com", from: Clientele.password, to: "a second horse", in: stranger.session,
                    on: clientele.database, hasher: clientele.hasher, world: clientele.world)
            }
            try await changeCustomerPassword(
                email: "ada@example.com", from: Clientele.password, to: "a second horse", in: here.session, on: clientele.database,
                hasher: clientele.hasher, world: clientele.world)
            #expect(try await clientele.session(here.token) != nil)
            #expect(try await clientele.session(elsewhere.token) == nil)
            await #expect(throws: CustomerRefusal.wrongSignIn) { try await clientele.signsIn("ada@example.com") }
            _ = try await clientele.signsIn("ada@example.com", "a second horse")
        }
    }

    @Test("finding a session is one statement")
    func oneStatement() async throws {
        let statements = Heard()
        try await withClientele(on: .sqlite, trace: { statements.add([$0]) }) { clientele in
            let started = try await clientele.registers("Ada", "ada@example.com")
            let before = statements.all.count
            _ = try await clientele.session(started.token)
            let asked = statements.all.dropFirst(before).filter { $0.hasPrefix("SELECT") }
            #expect(asked.count == 1)
        }
    }
}
