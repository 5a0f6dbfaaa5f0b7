/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
    /// Three capital letters: `EUR`.
    public let code: String
    /// How many decimals its minor unit stands for: 0, 2 or 3.
    public let digits: Int

    /// `nil` for a code that ISO 4217 does not list as money in use.
    public init?(_ code: some StringProtocol) {
        let code = code.uppercased()
        guard code.utf8.count == 3, Self.listed.contains(code) else { return nil }
        self.init(listed: code)
    }

    private init(listed code: String) {
        self.code = code
        digits = Self.withoutMinorUnit.contains(code) ? 0 : Self.withThousandths.contains(code) ? 3 : 2
    }

    public static let euro = Currency(listed: "EUR")
    public static let dollar = Currency(listed: "USD")
    public static let yen = Currency(listed: "JPY")

    /// How many minor units make one: 1, 100 or 1,000.
    public var scale: Int64 { digits == 0 ? 1 : digits == 2 ? 100 : 1_000 }

    private static let withoutMinorUnit: Set<String> = set(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")
    private static let withThousandths: Set<String> = set("BHD IQD JOD KWD LYD OMR TND")
    private static let listed: Set<String> = set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP \
        CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD \
        IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR \
        MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP \
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF \
        YER ZAR ZMW ZWG
        """)

    private static func set(_ codes: String) -> Set<String> { Set(codes.split(separator: " ").map(String.init)) }
}

extension Currency: CustomStringConvertible {
    public var description: String { code }
}

extension Currency: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(code)” is no currency")
        }
        self = currency
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
