import Customers
import Essentials
import Foundation
import Orders
import Web

/// Who bought, as one order shows it, and the way to all that they bought.
struct ContactRow: Shown {
    let name: String
    let email: String?
    let phone: String?
    /// Where it goes; nothing for what was handed over the counter.
    let lines: [String]

    init(_ contact: Contact, language: String) {
        name = contact.name
        email = contact.email
        phone = contact.phone.isEmpty ? nil : contact.phone
        let country = Locale(identifier: language).localizedString(forRegionCode: contact.country) ?? contact.country
        lines = [contact.line1, contact.line2, "\(contact.postalCode) \(contact.city)", contact.region, country]
            .filter { $0.contains { !$0.isWhitespace } }
    }

    /// Somebody whom the till knew; `nil` when they were erased.
    init?(_ customer: Customer, reachedBy points: [ContactPoint]) {
        guard let name = customer.name else { return nil }
        self.name = name
        email = points.first { $0.kind == .email }?.text
        phone = points.first { $0.kind == .phone }?.text
        lines = []
    }

    static let answers: Answers = [
        "name": \.name, "email": \.email, "phone": \.phone, "lines": \.lines,
        "orders": { Fields.link("/desk/orders", ["buyer": $0.email ?? $0.phone ?? $0.name]) },
    ]
}
