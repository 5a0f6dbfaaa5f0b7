import Database
import Essentials

/// Who buys, and where it goes. Personal data: it may be erased without the order losing a figure.
public struct Contact: Sendable, Equatable {
    public var email: String
    public var name: String
    public var phone: String
    public var line1: String
    public var line2: String
    public var postalCode: String
    public var city: String
    public var region: String
    /// ISO 3166-1, two letters.
    public var country: String

    public init(
        email: String, name: String, phone: String = "", line1: String, line2: String = "", postalCode: String, city: String,
        region: String = "", country: String
    ) {
        self.email = email
        self.name = name
        self.phone = phone
        self.line1 = line1
        self.line2 = line2
        self.postalCode = postalCode
        self.city = city
        self.region = region
        self.country = country
    }

    /// Trims what was typed, and refuses what cannot be delivered to.
    /// - Throws: `OrdersRefusal.contact` with the field.
    func verified() throws -> Contact {
        var contact = self
        let fields: [(WritableKeyPath<Contact, String>, String, Int, Bool)] = [
            (\.email, "email", 254, true), (\.name, "name", 200, true), (\.phone, "phone", 40, false), (\.line1, "line1", 200, true),
            (\.line2, "line2", 200, false), (\.postalCode, "postal_code", 20, false), (\.city, "city", 100, true),
            (\.region, "region", 100, false), (\.country, "country", 2, true),
        ]
        for (path, name, most, isNeeded) in fields {
            contact[keyPath: path] = contact[keyPath: path].trimmed
            guard contact[keyPath: path].count <= most else { throw OrdersRefusal.contact(field: name, .tooLong(most)) }
            guard !isNeeded || !contact[keyPath: path].isEmpty else { throw OrdersRefusal.contact(field: name, .missing) }
        }
        let parts = contact.email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !contact.email.contains(where: \.isWhitespace) else {
            throw OrdersRefusal.contact(field: "email", .malformed)
        }
        contact.country = contact.country.uppercased()
        guard contact.country.count == 2, contact.country.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw OrdersRefusal.contact(field: "country", .malformed)
        }
        return contact
    }

    func insert(for sale: UInt128, in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO sale_contact (sale, email, name, phone, line1, line2, postal_code, city, region, country)
            VALUES (\(sale), \(email), \(name), \(phone), \(line1), \(line2), \(postalCode), \(city), \(region), \(country))
            """)
    }

    static func find(for sale: UInt128, in snapshot: some Reading) throws -> Contact? {
        try snapshot.row(
            """
            SELECT email, name, phone, line1, line2, postal_code, city, region, country FROM sale_contact WHERE sale = \(sale)
            """
        ) {
            try Contact(
                email: $0.next(), name: $0.next(), phone: $0.next(), line1: $0.next(), line2: $0.next(), postalCode: $0.next(),
                city: $0.next(), region: $0.next(), country: $0.next())
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
