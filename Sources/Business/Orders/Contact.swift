import Database
import Essentials
import Foundation

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

    /// Trims what was typed, and refuses what cannot be delivered to: every such field at once.
    /// - Throws: `OrdersRefusal.contact` with the field; `Refusals` of them when several are wrong.
    func verified() throws -> Contact {
        var contact = self
        var found: [OrdersRefusal] = []
        for field in Self.fields {
            let text = contact[keyPath: field.path].trimmed
            contact[keyPath: field.path] = text
            if text.count > field.most {
                found.append(.contact(field: field.name, .tooLong(field.most)))
            } else if text.isEmpty {
                if field.isNeeded { found.append(.contact(field: field.name, .missing)) }
            } else if !Self.isOneLine(text) || !field.isWellFormed(text) {
                found.append(.contact(field: field.name, .malformed))
            }
        }
        try Refusals.check(found)
        contact.country = contact.country.uppercased()
        return contact
    }

    private struct Field {
        let path: any WritableKeyPath<Contact, String> & Sendable
        let name: String
        let most: Int
        var isNeeded = false
        var isWellFormed: @Sendable (String) -> Bool = { _ in true }
    }

    /// ISO 3166-1, two letters.
    private static let countries = Set(Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 && $0 != "ZZ" })

    /// At least five digits; what else people write beside them is theirs.
    private static func isPhone(_ text: String) -> Bool { text.count(where: \.isWholeNumber) >= 5 }

    /// Neither ends of lines nor what turns the direction of writing: one line on a parcel.
    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
            || text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.generalCategory != .control && !(0x2028...0x202E).contains(scalar.value)
                    && !(0x2066...0x2069).contains(scalar.value)
            }
    }

    private static let fields = [
        Field(path: \.email, name: "email", most: 254, isNeeded: true) { EmailAddress($0) != nil },
        Field(path: \.name, name: "name", most: 200, isNeeded: true),
        Field(path: \.phone, name: "phone", most: 40) { isPhone($0) },
        Field(path: \.line1, name: "line1", most: 200, isNeeded: true),
        Field(path: \.line2, name: "line2", most: 200),
        Field(path: \.postalCode, name: "postal_code", most: 20),
        Field(path: \.city, name: "city", most: 100, isNeeded: true),
        Field(path: \.region, name: "region", most: 100),
        Field(path: \.country, name: "country", most: 2, isNeeded: true) { countries.contains($0.uppercased()) },
    ]

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
        ) { try Contact(row: &$0) }
    }

    init(row: inout Row) throws {
        try self.init(
            email: row.next(), name: row.next(), phone: row.next(), line1: row.next(), line2: row.next(), postalCode: row.next(),
            city: row.next(), region: row.next(), country: row.next())
    }
}
