import Database
import Essentials

/// A place that the retailer runs: a shop that sells, or a warehouse that only keeps and sends.
public struct Location: Identified, Sendable, Equatable {
    public static let prefix = "loc"

    public enum Kind: String, Storable, CaseIterable, Sendable {
        case store, warehouse
    }

    public let id: ID
    /// The retailer's own number for it; no two locations share one.
    public let code: String
    public let name: String
    public let kind: Kind
    /// The retailer's own word for the sort of place: `BigBox`, `Express`. May be empty.
    public let format: String
    public let address: Address
    /// `nil` while nobody has said where on the map it is.
    public let coordinates: Point?
    /// Its days and hours are counted here.
    public let timeZone: IANATimeZone
    public let hours: OpeningHours
    /// What people find there, in the retailer's words and order.
    public let services: [String]
    /// Counts its changes from 1; a change names the version that it was made on.
    public let version: Int
    public let createdAt: Instant
    public let updatedAt: Instant
    /// When it was put away; it keeps its past, and nothing new happens there.
    public let archivedAt: Instant?

    public var isArchived: Bool { archivedAt != nil }

    public func isOpen(at instant: Instant) -> Bool {
        !isArchived && hours.isOpen(at: instant, in: timeZone)
    }

    /// When it next opens, or closes if it is open; `nil` when that is more than a year away or never.
    public func nextChange(after instant: Instant) -> Instant? {
        isArchived ? nil : hours.nextChange(after: instant, in: timeZone)
    }

    /// The day that it is there.
    public func day(at instant: Instant) -> Day {
        timeZone.day(at: instant)
    }

    /// The hours of the day that it is there, earliest first; none when it is closed all day.
    public func hoursToday(at instant: Instant) -> [OpeningHours.Span] {
        isArchived ? [] : hours.spans(on: day(at: instant))
    }
}
