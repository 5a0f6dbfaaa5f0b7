import Customers
import Database
import Essentials
import Hummingbird
import Web

private struct FoundCustomers: Encodable {
    struct Person: Encodable {
        let id: String
        let name: String
        /// As much of an e-mail address or a telephone number as tells two of one name apart, and no more.
        let contact: String
    }
    let customers: [Person]
}

private struct NewCustomer: Decodable {
    let name: String
    let email: String?
    let phone: String?
}

extension Till {
    func findCustomers(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let text = try request.query().textIfAny("q", upTo: 200) ?? ""
        // A counter finds who stands before it; the list of all people is for managers, in the back office.
        guard text.trimmed.count >= 3 else { return try .json(FoundCustomers(customers: [])) }
        let people = try await database.read { snapshot in
            let found = try searchCustomers(text, limit: 12, by: counter.actor, in: snapshot)
            let contacts = try ContactPoint.of(found.map(\.id), in: snapshot)
            return found.map { customer in
                FoundCustomers.Person(
                    id: customer.id.description, name: customer.name ?? "", contact: contacts[customer.id]?.first?.hint ?? "")
            }
        }
        return try .json(FoundCustomers(customers: people))
    }

    /// Keeps somebody new from what they say at the counter: a name, and how to reach them.
    func acceptCustomer(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let sent = try await request.sent(NewCustomer.self)
        func given(_ text: String?) -> String? { text?.trimmed.isEmpty == false ? text : nil }
        let draft = GuestDraft(
            name: sent.name, email: given(sent.email), phone: given(sent.phone), language: counter.channel.language)
        let world = world
        let customer = try await database.write { try createGuest(draft, by: counter.actor, in: $0, world: world) }
        return try .json(FoundCustomers.Person(id: customer.id.description, name: customer.name ?? "", contact: ""))
    }
}

extension ContactPoint {
    /// `a…@example.com`, `…4567`
    fileprivate var hint: String {
        switch kind {
        case .email: text.prefix(1) + "…" + text.drop { $0 != "@" }
        case .phone: "…" + text.suffix(4)
        }
    }
}
