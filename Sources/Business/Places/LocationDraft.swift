import Essentials

/// What somebody wants a location to be.
public struct LocationDraft: Sendable, Equatable {
    public var code: String
    public var name: String
    public var kind: Location.Kind
    public var format: String
    public var address: Address
    public var coordinates: Point?
    public var timeZone: IANATimeZone
    public var hours: OpeningHours
    public var services: [String]

    public init(
        code: String, name: String, kind: Location.Kind = .store, format: String = "", address: Address, coordinates: Point? = nil,
        timeZone: IANATimeZone, hours: OpeningHours = .none, services: [String] = []
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.format = format
        self.address = address
        self.coordinates = coordinates
        self.timeZone = timeZone
        self.hours = hours
        self.services = services
    }

    /// The location as it is, to be changed from there.
    public init(_ location: Location) {
        self.init(
            code: location.code, name: location.name, kind: location.kind, format: location.format, address: location.address,
            coordinates: location.coordinates, timeZone: location.timeZone, hours: location.hours, services: location.services)
    }

    /// The draft without the spaces around its texts, without empty and repeated services.
    /// - Throws: `PlacesRefusal` for the first thing that cannot be.
    func checked() throws -> LocationDraft {
        var draft = self
        draft.code = try line(code, "code", limit: 40, required: true)
        guard draft.code.first.map(Self.isName) == true, draft.code.allSatisfy({ Self.isName($0) || " -_.".contains($0) }) else {
            throw PlacesRefusal.codeUnusable
        }
        draft.name = try line(name, "name", limit: 200, required: true)
        draft.format = try line(format, "format", limit: 80)
        draft.address.lines = try address.lines.map { try line($0, "address", limit: 200) }.filter { !$0.isEmpty }
        if draft.address.lines.count > 2 {
            draft.address.lines = [draft.address.lines[0], draft.address.lines.dropFirst().joined(separator: ", ")]
        }
        draft.address.city = try line(address.city, "city", limit: 120)
        draft.address.region = try line(address.region, "region", limit: 80)
        draft.address.postalCode = try line(address.postalCode, "postal_code", limit: 20)
        draft.address.country = address.country.uppercased()
        guard draft.address.country.utf8.count == 2, draft.address.country.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw PlacesRefusal.country(address.country)
        }
        var seen: Set<String> = []
        draft.services = try services.map { try line($0, "services", limit: 120) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        return draft
    }

    private static func isName(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }

    private func line(_ text: String, _ field: String, limit: Int, required: Bool = false) throws -> String {
        let trimmed = text.trimmed
        if trimmed.isEmpty, required { throw PlacesRefusal.missing(field: field) }
        guard !trimmed.contains(where: \.isNewline) else { throw PlacesRefusal.notOneLine(field: field) }
        guard trimmed.count <= limit else { throw PlacesRefusal.tooLong(field: field, limit: limit) }
        return trimmed
    }
}
