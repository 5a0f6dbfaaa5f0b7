import Database
import Essentials
import Staff

/// A way to reach a customer. Many may share one, as families do, so finding it proves nothing; `verifiedAt` says
/// that this customer showed it to be theirs.
public struct ContactPoint: Identified, Sendable, Equatable {
    public static let prefix = "cpt"

    public enum Kind: String, Sendable, Storable {
        case email, phone
    }

    public let id: ID
    public let kind: Kind
    /// As it was written.
    public let text: String
    /// By which two spellings are the same.
    public let key: String
    public let verifiedAt: Instant?
}

/// A contact point that was written down correctly and belongs to nobody yet.
struct ContactDraft: Sendable {
    let kind: ContactPoint.Kind
    let text: String
    let key: String

    /// - Throws: `CustomerRefusal.emailMalformed`
    init(email: String) throws(CustomerRefusal) {
        guard let address = EmailAddress(email) else { throw .emailMalformed }
        (kind, text, key) = (.email, address.text, address.key)
    }

    /// - Throws: `CustomerRefusal.phoneMalformed`
    init(phone: String, callingCode: String? = nil) throws(CustomerRefusal) {
        guard let number = PhoneNumber(phone, callingCode: callingCode) else { throw .phoneMalformed }
        (kind, text, key) = (.phone, number.text, number.key)
    }
}

extension ContactPoint: Readable {
    static let columns: SQL = "p.id, p.kind, p.text, p.key, p.verified_at"

    public init(row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        text = try row.next()
        key = try row.next()
        verifiedAt = try row.next()
    }
}

extension ContactPoint {
    /// How to reach each of these people, e-mail first, oldest first, whichever of their identities left it. One statement.
    public static func of(_ customers: [Customer.ID], in reading: some Reading) throws -> [Customer.ID: [ContactPoint]] {
        var points: [Customer.ID: [ContactPoint]] = [:]
        try reading.each(
            """
            SELECT c.root, \(sql: columns) FROM contact_point p JOIN customer c ON c.id = p.customer
            WHERE c.root IN \(list: customers) ORDER BY p.kind, p.id
            """
        ) { row in
            let customer: Customer.ID = try row.next()
            let point = try ContactPoint(row: &row)
            if let known = points[customer]?.firstIndex(where: { $0.key == point.key }) {
                if points[customer]?[known].verifiedAt == nil, point.verifiedAt != nil { points[customer]?[known] = point }
            } else {
                points[customer, default: []].append(point)
            }
        }
        return points
    }

    /// Adds what the customer does not have yet, and its search words.
    static func insert(_ drafts: [ContactDraft], for customer: Customer.ID, in transaction: Transaction, world: World) throws -> Int {
        guard !drafts.isEmpty else { return 0 }
        let now = world.now
        var values: SQL = ""
        for draft in drafts {
            if !values.text.isEmpty { values += ", " }
            values += "(\(world.id(ContactPoint.self)), \(customer), \(draft.kind), \(draft.text), \(draft.key), \(now))"
        }
        return try transaction.rowsChanged(
            by: """
                INSERT INTO contact_point (id, customer, kind, text, key, created_at) VALUES \(sql: values)
                ON CONFLICT (key, customer) DO NOTHING
                """)
    }
}

extension [ContactDraft] {
    /// The words by which the desk finds them.
    var searchWords: Set<String> {
        Set(filter { $0.kind == .phone }.map { PersonWords.word(phone: $0.key) })
    }
}
