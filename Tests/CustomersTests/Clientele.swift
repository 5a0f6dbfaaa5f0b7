import Customers
import Database
import Essentials
import Feed
import Secrets
import Staff
import TestKit

/// A database of customers, a held clock, and passwords that cost nothing.
struct Clientele: Sendable {
    let database: any Database
    let clock: TestClock
    let world: World
    let hasher: PasswordHasher

    static let password = "a horse of course"
    let manager = Actor.system("desk")
    let visitor = Actor.guest(channel: nil)

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction, World) throws -> T) async throws -> T {
        let world = world
        return try await database.write { try body($0, world) }
    }

    func guest(_ name: String, email: String? = nil, phone: String? = nil) async throws -> Customer {
        // Ids sort by the millisecond.
        clock.advance(by: .milliseconds(1))
        let (draft, visitor) = (GuestDraft(name: name, email: email, phone: phone, language: "en"), visitor)
        return try await write { try createGuest(draft, by: visitor, in: $0, world: $1) }
    }

    func registers(
        _ name: String, _ email: String, guest: Customer.ID? = nil, replacing old: SecretToken? = nil
    ) async throws -> StartedCustomerSession {
        clock.advance(by: .milliseconds(1))
        let hash = try await hasher.hash(password: Self.password, world: world)
        let (draft, visitor) = (RegistrationDraft(name: name, email: email, language: "en", password: hash), visitor)
        return try await write { try registerCustomer(draft, guest: guest, replacing: old, by: visitor, in: $0, world: $1) }
    }

    func signsIn(_ email: String, _ password: String = Clientele.password, replacing old: SecretToken? = nil) async throws
        -> StartedCustomerSession
    {
        try await signInCustomer(email: email, password: password, replacing: old, on: database, hasher: hasher, world: world)
    }

    func session(_ token: SecretToken) async throws -> CustomerSession? {
        let now = world.now
        return try await database.read { try CustomerSession.find(token, at: now, in: $0) }
    }

    func find(_ id: Customer.ID) async throws -> Customer? {
        try await database.read { try Customer.find(id, in: $0) }
    }

    @discardableResult
    func merge(_ absorbed: Customer.ID, into survivor: Customer.ID) async throws -> Customer {
        let manager = manager
        return try await write { try mergeCustomers(absorbed, into: survivor, by: manager, in: $0, world: $1) }
    }

    func search(_ text: String) async throws -> [String] {
        let manager = manager
        return try await database.read { try searchCustomers(text, limit: 50, by: manager, in: $0) }.compactMap(\.name)
    }

    func contacts(_ customer: Customer.ID) async throws -> [ContactPoint] {
        try await database.read { try ContactPoint.of([customer], in: $0)[customer] ?? [] }
    }

    /// The topics of all facts, oldest first.
    func facts() async throws -> [String] {
        try await database.read { try $0.values("SELECT topic FROM fact ORDER BY seq") }
    }
}

func withClientele(
    on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, _ body: (Clientele) async throws -> Void
) async throws {
    try await withDatabase(on: engine, StaffSchema.migrations + CustomersSchema.migrations, trace: trace) { database in
        let clock = TestClock()
        let hasher = PasswordHasher(cost: .worthless, waiting: 1_000)
        try await body(Clientele(database: database, clock: clock, world: .held(by: clock), hasher: hasher))
    }
}

extension Outcomes {
    var refusals: [CustomerRefusal] { failures.compactMap { $0 as? CustomerRefusal } }
}
