import Catalog
import Database
import Essentials
import Places

/// A place where the retailer meets customers: a web shop, the tills of a shop, a marketplace. What the business does
/// there follows from what the channel says of itself, never from which channel it is.
///
/// Copying one costs a reference, so that every request may carry it.
public struct Channel: Identified, Sendable {
    public static let prefix = "chn"

    public enum Kind: String, Storable, CaseIterable, Sendable {
        case web, till, marketplace, social
        /// E-mail, SMS, push and chat.
        case message
        case phone, print
        /// Programs that buy for people.
        case agent
    }

    /// Whose stock it sells.
    public enum Stock: String, Storable, CaseIterable, Sendable {
        /// What all linked channels share.
        case linked
        /// Its own, set aside for it.
        case apart
    }

    private final class Fields: Sendable {
        let row: ChannelRow
        let locations: [Location.ID]
        let ranks: [Location.ID: Int]

        init(_ row: ChannelRow, _ locations: [Location.ID]) {
            self.row = row
            self.locations = locations
            ranks = Dictionary(zip(locations, locations.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    private let fields: Fields

    init(_ row: ChannelRow, locations: [Location.ID]) {
        fields = Fields(row, locations)
    }

    var row: ChannelRow { fields.row }

    public var id: ID { fields.row.id }
    public var kind: Kind { fields.row.kind }
    public var settings: ChannelSettings { fields.row.settings }
    /// Its short name in addresses and commands, unique.
    public var handle: String { fields.row.settings.handle }
    public var name: String { fields.row.settings.name }
    /// What it is for, in the merchant's words.
    public var purpose: String { fields.row.settings.purpose }
    public var currency: Currency { fields.row.settings.currency }
    /// BCP 47: `en-US`.
    public var language: String { fields.row.settings.language }
    public var priceList: PriceList.ID { fields.row.settings.priceList }
    public var rule: StockRule { fields.row.rule }
    public var stock: Stock { fields.row.stock }
    /// Counts its changes from 1; a change names the version that it was made on.
    public var version: Int { fields.row.version }
    public var createdAt: Instant { fields.row.createdAt }
    public var updatedAt: Instant { fields.row.updatedAt }
    /// When it was put away; it keeps its past and sells no more.
    public var archivedAt: Instant? { fields.row.archivedAt }
    public var isArchived: Bool { archivedAt != nil }

    /// Where it sells from, the first one first.
    public var locations: [Location.ID] { fields.locations }

    public func sells(from location: Location.ID) -> Bool { rank(of: location) != nil }

    /// The location's place in `locations`; `nil` when it does not sell from there.
    public func rank(of location: Location.ID) -> Int? { fields.ranks[location] }

    /// The pool of the ledger's accounts that it sells from: 0 is the shared one.
    public var pool: UInt128 { stock == .linked ? 0 : id.bits }
}

extension Channel: Equatable {
    public static func == (a: Channel, b: Channel) -> Bool {
        a.fields === b.fields || (a.row == b.row && a.locations == b.locations)
    }
}
