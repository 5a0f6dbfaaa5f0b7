import Customers
import Essentials
import Staff
import TestKit
import Testing

struct GuestTests {
    @Test("a guest is kept with what they left, and reached by it", arguments: TestDatabase.all)
    func kept(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let guest = try await clientele.guest("  Ada   Lovelace ", email: "Ada@Example.com", phone: "+44 (20) 7946-0018")
            #expect(try await clientele.find(guest.id) == guest)
            #expect(guest.name == "Ada Lovelace" && guest.kind == .guest)
            let contacts = try await clientele.contacts(guest.id)
            #expect(contacts.map(\.text) == ["Ada@Example.com", "+44 (20) 7946-0018"])
            #expect(contacts.map(\.key) == ["ada@example.com", "+442079460018"])
            #expect(contacts.allSatisfy { $0.verifiedAt == nil })
            #expect(try await clientele.facts() == ["customer.created"])
        }
    }

    @Test("two purchases under one address are two guests until somebody says otherwise", arguments: TestDatabase.all)
    func two(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let outcomes = await concurrently(2) { _ in try await clientele.guest("Ada", email: "ada@example.com") }
            #expect(outcomes.successes.count == 2)
            let address = try #require(EmailAddress("ADA@example.com"))
            let found = try await clientele.database.read { try Customer.find(email: address, in: $0) }
            #expect(Set(found.map(\.id)) == Set(outcomes.successes.map(\.id)))
        }
    }

    @Test(
        "what cannot be right is refused beside its field",
        arguments: [
            (GuestDraft(name: "  ", language: "en"), CustomerRefusal.nameMissing),
            (GuestDraft(name: String(repeating: "a", count: 201), language: "en"), .nameLong),
            (GuestDraft(name: "Ada", email: "ada", language: "en"), .emailMalformed),
            (GuestDraft(name: "Ada", phone: "0171 1234567", language: "en"), .phoneMalformed),
            (GuestDraft(name: "Ada", phone: "+49 call me", language: "en"), .phoneMalformed),
            (GuestDraft(name: "Ada", language: "the usual"), .languageUnknown),
        ])
    func malformed(_ draft: GuestDraft, _ refusal: CustomerRefusal) async throws {
        try await withClientele(on: .sqlite) { clientele in
            let visitor = clientele.visitor
            await #expect(throws: refusal) { try await clientele.write { try createGuest(draft, by: visitor, in: $0, world: $1) } }
            #expect(refusal.field != nil)
            let facts = try await clientele.facts()
            #expect(facts.isEmpty)
        }
    }

    @Test("keeping a guest takes four statements, for checkouts wait for it")
    func budget() async throws {
        let statements = Heard()
        try await withClientele(on: .sqlite, trace: { statements.add([$0]) }) { clientele in
            let before = statements.all.count
            _ = try await clientele.guest("Ada Lovelace", email: "ada@example.com", phone: "+442079460018")
            let writes = statements.all.dropFirst(before).filter {
                $0.hasPrefix("INSERT") || $0.hasPrefix("SELECT") || $0.hasPrefix("UPDATE")
            }
            #expect(writes.count == 4)
        }
    }
}
