import Catalog
import Channels
import Customers
import Database
import Essentials
import Places
import Secrets
import Staff

/// What a shopper means to buy, on one channel. It promises nothing: units are held from the checkout on.
public struct Cart: Identified, Sendable, Equatable {
    public static let prefix = "crt"
    /// Lines of different variants that a cart may have.
    public static let mostLines = 200
    /// Units of one variant that a line may have.
    public static let mostUnits: Int64 = 10_000

    public let id: ID
    public let customer: Customer.ID?
    public let context: SaleContext
    /// The checkout that was begun last with it.
    public let checkout: Checkout.ID?
    public let updatedAt: Instant
    public let closedAt: Instant?

    public struct Line: Sendable, Equatable {
        public let variant: Variant.ID
        public let quantity: Int64
    }
}

/// Whose cart it is.
public enum CartKey: Sendable {
    /// A guest's: what the cookie of their browser holds.
    case cookie(SecretToken)
    /// That of whoever has signed in, in all of their browsers: one on each channel.
    case customer(Customer.ID, on: Channel.ID)
}

/// Where a sale takes place: the same for a cart, its checkout and its order.
public struct SaleContext: Sendable, Equatable {
    public let channel: Channel.ID
    /// The shop in which it takes place, or where it will be picked up.
    public let location: Location.ID?
    public let staff: StaffMember.ID?
    public let device: Device.ID?
    /// What brought the shopper here, in the channel's words: a campaign, a link.
    public let source: String
    public let currency: Currency

    public init(
        channel: Channel.ID, location: Location.ID? = nil, staff: StaffMember.ID? = nil, device: Device.ID? = nil,
        source: String = "", currency: Currency
    ) {
        self.channel = channel
        self.location = location
        self.staff = staff
        self.device = device
        self.source = String(source.prefix(200))
        self.currency = currency
    }

    static let columns: SQL = "channel, location, staff, device, source, currency"

    init(row: inout Row) throws {
        channel = try row.next()
        location = try row.next()
        staff = try row.next()
        device = try row.next()
        source = try row.next()
        currency = try row.nextCurrency()
    }
}

extension Row {
    mutating func nextCurrency() throws -> Currency {
        guard let currency = try Currency(next(String.self)) else { throw DatabaseFault.engine("a row has no currency") }
        return currency
    }
}
