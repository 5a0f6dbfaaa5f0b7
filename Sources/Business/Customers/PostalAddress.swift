import Essentials
import Foundation

/// Where a parcel goes. A value: orders keep their own copy of it.
public struct PostalAddress: Sendable, Equatable, Codable {
    public let name: String
    public let company: String?
    /// Street and number, then what else the postman needs: one to three.
    public let lines: [String]
    public let city: String
    /// State, province or canton, where the country has them.
    public let region: String?
    public let postalCode: String?
    /// ISO 3166-1 alpha-2
    public let country: String
    public let phone: String?

    /// Tidies what was typed; empty texts count as absent.
    /// - Throws: `CustomerRefusal.addressMalformed` with the first flaw.
    public init(
        name: String, company: String? = nil, lines: [String], city: String, region: String? = nil, postalCode: String? = nil,
        country: String, phone: String? = nil
    ) throws(CustomerRefusal) {
        self.name = try Self.required(name, .name)
        self.company = try Self.optional(company, .company)
        let written = lines.map(Self.tidy).filter { !$0.isEmpty }
        guard let first = written.first, written.count <= 3, written.allSatisfy({ $0.count <= Self.longest }) else {
            throw .addressMalformed(.lines)
        }
        self.lines = [first] + written.dropFirst()
        self.city = try Self.required(city, .city)
        self.region = try Self.optional(region, .region)
        let country = Self.tidy(country).uppercased()
        guard Self.countries.contains(country) else { throw .addressMalformed(.country) }
        self.country = country
        self.postalCode = try Self.optional(postalCode, .postalCode)?.uppercased()
        guard PostalCode.isPossible(self.postalCode, in: country) else { throw .addressMalformed(.postalCode) }
        self.phone = try Self.optional(phone, .phone)
    }

    private static func required(_ text: String, _ flaw: AddressFlaw) throws(CustomerRefusal) -> String {
        guard let text = try optional(text, flaw) else { throw .addressMalformed(flaw) }
        return text
    }

    private static func optional(_ text: String?, _ flaw: AddressFlaw) throws(CustomerRefusal) -> String? {
        guard let text = text.map(tidy), !text.isEmpty else { return nil }
        guard text.count <= longest else { throw .addressMalformed(flaw) }
        return text
    }

    private static func tidy(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let longest = 120
    private static let countries = Set(
        Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) })
}

/// What is wrong with an address.
public enum AddressFlaw: String, Sendable {
    case name, company, lines, city, region, country, phone
    case postalCode = "postal_code"

    var field: String { self == .lines ? "line1" : rawValue }

    var sentence: Sentence {
        switch self {
        case .name: "Write whose address this is, in at most 120 characters."
        case .company: "Write the company in at most 120 characters."
        case .lines: "Write the street and number, in one to three lines."
        case .city: "Write the town or city."
        case .region: "Write the state or province in at most 120 characters."
        case .country: "Choose a country."
        case .phone: "Write the telephone number in at most 120 characters."
        case .postalCode: "Write the postal code as the country writes it."
        }
    }
}

/// Postal codes as far as their shape goes.
enum PostalCode {
    /// Whether a code, or none, can be right there. Countries that are not known here are taken at their word.
    static func isPossible(_ code: String?, in country: String) -> Bool {
        guard let shape = shapes[country] else { return (code ?? "").count <= 12 }
        guard let code else { return false }
        let plain = code.filter { $0 != " " && $0 != "-" }
        return plain.count == shape.count
            && zip(plain, shape).allSatisfy { letter, wanted in
                wanted == "9" ? ("0"..."9").contains(letter) : ("A"..."Z").contains(letter)
            } || (country == "US" && plain.count == 9 && plain.allSatisfy { ("0"..."9").contains($0) })
    }

    /// `9` a digit, `A` a letter.
    private static let shapes: [String: String] = [
        "US": "99999", "CA": "A9A9A9", "DE": "99999", "FR": "99999", "IT": "99999", "ES": "99999", "AT": "9999", "CH": "9999",
        "BE": "9999", "NL": "9999AA", "DK": "9999", "NO": "9999", "SE": "99999", "FI": "99999", "PL": "99999", "AU": "9999",
        "NZ": "9999", "JP": "9999999", "BR": "99999999", "MX": "99999", "IN": "999999",
    ]
}
