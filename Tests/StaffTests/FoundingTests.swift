import Essentials
import Secrets
import Staff
import TestKit
import Testing

struct FoundingTests {
    @Test("the founder owns everything, and there is one founding", arguments: TestDatabase.all)
    func once(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            #expect(try await crew.actor(crew.founder).may(.owner))
            let password = try await crew.hasher.hash(password: Crew.password, world: crew.world)
            let draft = StaffDraft(name: "Eve", email: "eve@example.com", password: password)
            await #expect(throws: StaffRefusal.alreadyFounded) { try await crew.write { try foundShop(draft, in: $0, world: $1) } }
        }
    }

    @Test("of two founders at once, one becomes the owner", arguments: TestDatabase.all)
    func race(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, StaffSchema.migrations) { database in
            let (world, hasher) = (World.held(by: TestClock()), PasswordHasher(cost: .worthless))
            let password = try await hasher.hash(password: Crew.password, world: world)
            let outcomes = await concurrently(2) { index in
                let draft = StaffDraft(name: "Founder", email: "founder\(index)@example.com", password: password)
                return try await database.write { try foundShop(draft, in: $0, world: world) }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.refusals == [.alreadyFounded])
            #expect(try await database.read { try StaffMember.page(limit: 10, by: .system("test"), in: $0) }.count == 1)
        }
    }

    @Test("the first owner needs a password", arguments: TestDatabase.all)
    func password(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, StaffSchema.migrations) { database in
            let world = World.held(by: TestClock())
            let draft = StaffDraft(name: "Ada", email: "ada@example.com")
            await #expect(throws: StaffRefusal.passwordMissing) { try await database.write { try foundShop(draft, in: $0, world: world) } }
        }
    }
}
