import Customers
import Essentials
import Staff
import TestKit
import Testing

struct ContactTests {
    @Test("a contact point is added once, however it is written and however often", arguments: TestDatabase.all)
    func once(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (customer, manager) = (try await clientele.guest("Ada", email: "ada@example.com").id, clientele.manager)
            let spellings: [NewContact] = [
                .phone("+49 171 1234567"), .phone("0171/1234567", callingCode: "49"), .phone("0049 171 123 45 67"),
            ]
            let outcomes = await concurrently(6) { number in
                try await clientele.write { try addContactPoint(spellings[number % 3], to: customer, by: manager, in: $0, world: $1) }
            }
            #expect(outcomes.failures.isEmpty)
            try await clientele.write { try addContactPoint(.email(" ADA@example.com"), to: customer, by: manager, in: $0, world: $1) }
            #expect(try await clientele.contacts(customer).map(\.key) == ["ada@example.com", "+491711234567"])
        }
    }

    @Test("a contact point goes from every identity, but the address to sign in with stays", arguments: TestDatabase.all)
    func removing(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let account = try await clientele.registers("Ada", "ada@example.com").session
            let guest = try await clientele.guest("Ada", email: "ada@example.com", phone: "+12025550143").id
            let other = try await clientele.guest("Ada", phone: "+12025550143").id
            let (id, own) = (account.customer.id, account.actor)
            try await clientele.merge(guest, into: id)
            try await clientele.merge(other, into: id)
            let contacts = try await clientele.contacts(id)
            #expect(contacts.count == 2)
            for contact in contacts where contact.kind == .phone {
                try await clientele.write { try removeContactPoint(contact.id, of: id, by: own, in: $0, world: $1) }
                await #expect(throws: CustomerRefusal.unknownContact) {
                    try await clientele.write { try removeContactPoint(contact.id, of: id, by: own, in: $0, world: $1) }
                }
            }
            for contact in contacts where contact.kind == .email {
                await #expect(throws: CustomerRefusal.signInContact) {
                    try await clientele.write { try removeContactPoint(contact.id, of: id, by: own, in: $0, world: $1) }
                }
            }
            #expect(try await clientele.contacts(id).map(\.key) == ["ada@example.com"])
            #expect(try await clientele.search("0143") == [])
        }
    }

    @Test("only Seam and staff say that an address was verified", arguments: TestDatabase.all)
    func verifying(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let account = try await clientele.registers("Ada", "ada@example.com").session
            let (id, own, manager) = (account.customer.id, account.actor, clientele.manager)
            let point = try #require(try await clientele.contacts(id).first)
            await #expect(throws: StaffRefusal.forbidden(.associate)) {
                try await clientele.write { try verifyContactPoint(point.id, of: id, by: own, in: $0, world: $1) }
            }
            for _ in 1...2 { try await clientele.write { try verifyContactPoint(point.id, of: id, by: manager, in: $0, world: $1) } }
            #expect(try await clientele.contacts(id).first?.verifiedAt == clientele.world.now)
        }
    }

    @Test("nobody reaches another customer, or learns that there is one", arguments: TestDatabase.all)
    func strangers(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let customer = try await clientele.guest("Ada", email: "ada@example.com").id
            let other = try await clientele.registers("Eve", "eve@example.com").session.actor
            for actor in [other, clientele.visitor] {
                await #expect(throws: CustomerRefusal.unknown) {
                    try await clientele.write { try addContactPoint(.email("eve@example.com"), to: customer, by: actor, in: $0, world: $1) }
                }
                await #expect(throws: CustomerRefusal.unknown) {
                    try await clientele.write { try changeCustomer(customer, name: "Eve", language: "en", by: actor, in: $0, world: $1) }
                }
                await #expect(throws: StaffRefusal.forbidden(.associate)) {
                    try await clientele.database.read { try searchCustomers(limit: 10, by: actor, in: $0) }
                }
            }
        }
    }

    @Test(
        "a telephone number is one number in all its spellings",
        arguments: [
            ("+1 (202) 555-0143", nil, "+12025550143"), ("00 44 20 7946 0018", nil, "+442079460018"), ("202 555 0143", "1", "+12025550143"),
            ("030 901820", "49", "+4930901820"), ("06 698 12345", "39", "+390669812345"),
            ("555 0143", nil, nil), ("+1", nil, nil), ("+0 123 456 789", nil, nil), ("+1234567890123456", nil, nil),
            ("1+2025550143", "1", nil),
            ("", "1", nil), ("call me", "1", nil),
        ] as [(String, String?, String?)])
    func numbers(_ written: String, _ callingCode: String?, _ key: String?) {
        #expect(PhoneNumber(written, callingCode: callingCode)?.key == key)
    }
}
