import Database
import Essentials
import Feed
import Secrets
import Staff
import TestKit

/// A shop with its founder, a held clock and passwords that cost nothing.
struct Crew: Sendable {
    let database: any Database
    let clock: TestClock
    let world: World
    let hasher: PasswordHasher
    let founder: StaffMember

    static let password = "a horse of course"
    static let pin = "2580"
    /// Two locations, as the slice sees them.
    static let (harbour, market) = (UInt128(0x11), UInt128(0x22))

    var owner: Actor { Actor(.staff(founder.id), grants: [Grant(role: .owner, location: nil)]) }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction, World) throws -> T) async throws -> T {
        let world = world
        return try await database.write { try body($0, world) }
    }

    /// Takes somebody on, with the usual password and PIN.
    func hire(_ name: String, _ grants: [Grant] = [], by actor: Actor? = nil) async throws -> StaffMember {
        var draft = StaffDraft(name: name, email: "\(name.lowercased())@example.com", grants: grants)
        draft.password = try await hasher.hash(password: Self.password, world: world)
        draft.pin = try await hasher.hash(pin: Self.pin, world: world)
        let (complete, boss) = (draft, actor ?? owner)
        return try await write { try createStaffMember(complete, by: boss, in: $0, world: $1) }
    }

    func signsIn(_ name: String, _ password: String = Crew.password, replacing old: SecretToken? = nil) async throws -> StartedSession {
        try await signIn(
            name: "\(name.lowercased())@example.com", password: password, replacing: old, on: database, hasher: hasher, world: world)
    }

    func session(_ token: SecretToken) async throws -> StaffSession? {
        let now = world.now
        return try await database.read { try StaffSession.find(token, at: now, in: $0) }
    }

    func actor(_ member: StaffMember) async throws -> Actor {
        let grants = try await database.read { try Grant.of([member.id], in: $0) }
        return Actor(.staff(member.id), grants: grants[member.id] ?? [])
    }

    func till(_ name: String = "Till 1", at location: UInt128 = Crew.harbour) async throws -> RegisteredDevice {
        let boss = owner
        return try await write { try registerDevice(name: name, at: location, by: boss, in: $0, world: $1) }
    }
}

func withCrew(on engine: TestDatabase, _ body: (Crew) async throws -> Void) async throws {
    try await withDatabase(on: engine, StaffSchema.migrations) { database in
        let clock = TestClock()
        let (world, hasher) = (World.held(by: clock), PasswordHasher(cost: .worthless, waiting: 1_000))
        let password = try await hasher.hash(password: Crew.password, world: world)
        let draft = StaffDraft(name: "Ada", email: "ada@example.com", password: password)
        let founder = try await database.write { try foundShop(draft, in: $0, world: world) }
        try await body(Crew(database: database, clock: clock, world: world, hasher: hasher, founder: founder))
    }
}

extension Outcomes {
    var refusals: [StaffRefusal] { failures.compactMap { $0 as? StaffRefusal } }
}
