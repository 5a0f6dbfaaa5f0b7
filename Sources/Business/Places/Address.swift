/// Where a location is, as a letter to it would say.
public struct Address: Hashable, Sendable {
    /// Street and number, then what else there is; at most two lines.
    public var lines: [String]
    public var city: String
    /// State, province or county as the country writes it: `TX`. Empty where there is none.
    public var region: String
    public var postalCode: String
    /// ISO 3166-1 alpha-2, in capitals: `US`.
    public var country: String

    public init(lines: [String] = [], city: String = "", region: String = "", postalCode: String = "", country: String) {
        self.lines = lines
        self.city = city
        self.region = region
        self.postalCode = postalCode
        self.country = country
    }

    /// Town, region and postal code in the order in which letters of the country carry them: `00120 Helsinki`,
    /// `Springfield MN 55344`.
    public var cityLine: String {
        let isCodeLast = Self.codeLast.contains(country)
        return (isCodeLast ? [city, region, postalCode] : [postalCode, city, region]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// UPU S42: where the code stands behind the town.
    private static let codeLast: Set<String> = ["AU", "CA", "GB", "HK", "IE", "IN", "NZ", "SG", "TW", "US", "ZA"]
}
