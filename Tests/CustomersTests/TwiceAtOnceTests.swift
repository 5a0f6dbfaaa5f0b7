import Customers
import Database
import Essentials
import Staff
import TestKit
import Testing

/// The verbs whose second call at the same moment no other suite tries.
struct TwiceAtOnceTests {
    enum Verb: String, CaseIterable, Sendable {
        case change, removeContact, verify, removeAddress, signOut, signOutEverywhere
    }

    @Test("a customer's verb that is called twice at once leaves what one call leaves", arguments: TestDatabase.all, Verb.allCases)
    func both(on engine: TestDatabase, _ verb: Verb) async throws {
        try await withClientele(on: engine) { clientele in
            let account = try await clientele.registers("Ada Byron", "ada@example.com")
            let customer = account.session.customer.id
            let own = account.session.actor
            let address = try PostalAddress(name: "Ada", lines: ["12 St James"], city: "London", country: "GB")
            let saved = try await clientele.write { transaction, world in
                try addContactPoint(.phone("+44 20 7946 0018"), to: customer, by: own, in: transaction, world: world)
                return try saveAddress(address, for: customer, by: own, in: transaction, world: world)
            }
            let phone = try #require(try await clientele.contacts(customer).first { $0.kind == .phone })
            let outcomes = await concurrently(2) { _ in
                try await clientele.write { transaction, world in
                    switch verb {
                    case .change: try changeCustomer(customer, name: "Ada King", language: "en", by: own, in: transaction, world: world)
                    case .removeContact: try removeContactPoint(phone.id, of: customer, by: own, in: transaction, world: world)
                    case .verify: try verifyContactPoint(phone.id, of: customer, by: clientele.manager, in: transaction, world: world)
                    case .removeAddress: try removeAddress(saved.id, of: customer, by: own, in: transaction, world: world)
                    case .signOut: try signOutCustomer(account.token, in: transaction)
                    case .signOutEverywhere: try signOutCustomerEverywhere(customer, by: own, in: transaction)
                    }
                }
            }
            // A contact point that is gone is said to be unknown; everything else succeeds twice.
            #expect(outcomes.failures.map { $0 as? CustomerRefusal } == (verb == .removeContact ? [.unknownContact] : []))
            let contacts = try await clientele.contacts(customer)
            let addresses = try await clientele.database.read { try CustomerAddress.of(customer, in: $0) }
            #expect(contacts.count == (verb == .removeContact ? 1 : 2))
            #expect(contacts.contains { $0.verifiedAt != nil } == (verb == .verify))
            #expect(addresses.count == (verb == .removeAddress ? 0 : 1))
            #expect(try await clientele.search("king") == (verb == .change ? ["Ada King"] : []))
            let isSignedIn = try await clientele.session(account.token) != nil
            #expect(isSignedIn == ![.signOut, .signOutEverywhere].contains(verb))
        }
    }
}
