import Essentials

/// Prices in one currency. A channel sells by one list; several channels may share it.
public struct PriceList: Identified, Sendable, Equatable {
    public static let prefix = "prl"

    public let id: ID
    /// Its short name in addresses and commands, unique.
    public let handle: String
    public let name: String
    public let currency: Currency
    public let createdAt: Instant
}
