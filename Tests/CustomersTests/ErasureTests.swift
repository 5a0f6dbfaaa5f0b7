import Customers
import Database
import Essentials
import Staff
import TestKit
import Testing

struct ErasureTests {
    /// Every text column of every table of the slice, of the audit trail and of the feed.
    private static let texts: [(table: String, columns: [String])] = [
        ("customer", ["kind", "name", "language"]), ("customer_word", ["word"]), ("contact_point", ["kind", "text", "key"]),
        ("customer_address", ["address"]), ("customer_credential", ["email_key", "password"]),
        ("audit", ["actor", "verb", "subject", "details"]), ("fact", ["topic", "body", "actor"]),
    ]

    private func everyText(_ clientele: Clientele) async throws -> [String] {
        try await clientele.database.read { snapshot in
            try Self.texts.flatMap { table, columns in
                try columns.flatMap { column in
                    try snapshot.values(
                        SQL(stringLiteral: "SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL"), as: String.self)
                }
            }
        }
    }

    private func person(_ clientele: Clientele) async throws -> (Customer.ID, Customer.ID, StartedCustomerSession) {
        let guest = try await clientele.guest("Quentin Zzyzx", email: "zzyzx@example.com", phone: "+12025550143")
        let account = try await clientele.registers("Quentin Q. Zzyzx", "quentin@zzyzx.example")
        let customer = account.session.customer.id
        let address = try PostalAddress(
            name: "Q. Zzyzx", lines: ["12 Zzyzx Road"], city: "Baker", region: "CA", postalCode: "92309", country: "us",
            phone: "+12025550143")
        let own = account.session.actor
        _ = try await clientele.write { try saveAddress(address, for: customer, by: own, in: $0, world: $1) }
        try await clientele.write { try changeCustomer(customer, name: "Quentin Zzyzx Jr", language: "de", by: own, in: $0, world: $1) }
        try await clientele.merge(guest.id, into: customer)
        await #expect(throws: CustomerRefusal.wrongSignIn) { try await clientele.signsIn("quentin@zzyzx.example", "a wrong horse") }
        return (guest.id, customer, account)
    }

    @Test("erasing a person leaves nothing that they wrote in any table", arguments: TestDatabase.all)
    func scan(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (guest, customer, account) = try await person(clientele)
            let traces = ["quentin", "zzyzx", "2025550143", "3410555202", "baker", "92309", "@"]
            let before = try await everyText(clientele).map { $0.lowercased() }
            for trace in traces { #expect(before.contains { $0.contains(trace) }, "the scan sees \(trace)") }

            let manager = clientele.manager
            let outcomes = await concurrently(2) { _ in
                try await clientele.write { try eraseCustomer(guest, by: manager, in: $0, world: $1) }
            }
            #expect(outcomes.failures.isEmpty)

            let after = try await everyText(clientele).map { $0.lowercased() }
            for trace in traces { #expect(!after.contains { $0.contains(trace) }, "\(trace) is gone") }
            let left = try await clientele.database.read {
                try $0.value("SELECT COUNT(*) FROM customer_sign_in_failure", as: Int.self)
            }
            #expect(left == 0)
            #expect(try await clientele.session(account.token) == nil)
            for id in [guest, customer] {
                let erased = try #require(try await clientele.find(id))
                #expect(erased.id == customer && erased.name == nil && erased.erasedAt == clientele.world.now)
            }
            #expect(try await clientele.facts().filter { $0 == "customer.erased" }.count == 1)
        }
    }

    @Test("an erased customer is changed no more, and their address opens a new account", arguments: TestDatabase.all)
    func afterwards(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let account = try await clientele.registers("Ada", "ada@example.com").session
            let (id, own) = (account.customer.id, account.actor)
            try await clientele.write { try eraseCustomer(id, by: own, in: $0, world: $1) }
            let manager = clientele.manager
            await #expect(throws: CustomerRefusal.erased) {
                try await clientele.write { try changeCustomer(id, name: "Eve", language: "en", by: manager, in: $0, world: $1) }
            }
            let other = try await clientele.guest("Ada").id
            await #expect(throws: CustomerRefusal.erased) { try await clientele.merge(other, into: id) }
            await #expect(throws: CustomerRefusal.wrongSignIn) { try await clientele.signsIn("ada@example.com") }
            #expect(try await clientele.registers("Ada", "ada@example.com").session.customer.id != id)
        }
    }

    @Test("only the customer and managers of the whole shop erase", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (a, b) = (try await clientele.guest("A").id, try await clientele.guest("B").id)
            let manager = StaffRefusal.forbidden(.manager)
            let visitor = clientele.visitor
            let local = Actor(.guest, grants: [Grant(role: .owner, location: 7)])
            await #expect(throws: manager) { try await clientele.write { try eraseCustomer(a, by: visitor, in: $0, world: $1) } }
            await #expect(throws: manager) { try await clientele.write { try eraseCustomer(a, by: local, in: $0, world: $1) } }
            let other = Actor(.customer(b.bits))
            await #expect(throws: CustomerRefusal.unknown) {
                try await clientele.write { try eraseCustomer(a, by: other, in: $0, world: $1) }
            }
        }
    }
}
