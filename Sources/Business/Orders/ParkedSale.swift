import Customers
import Database
import Essentials
import Places
import Staff

/// A sale that a till has put aside, for any till of the shop to go on with.
///
/// What is in it is the module's own: the journal of its commands, which gives the same sale again.
public struct ParkedSale: Sendable, Equatable {
    public let sale: Order.ID
    public let location: Location.ID
    /// Who parked it.
    public let staff: StaffMember.ID?
    public let customer: Customer.ID?
    /// What people call it: `blue coat`; may be empty.
    public let label: String
    public let units: Int64
    public let total: Money
    /// JSON, as the till wrote it.
    public let commands: String
    public let parkedAt: Instant
    /// The till that goes on with it and has not said yet that it has it.
    public let claimedBy: Device.ID?

    /// How many a shop may have parked at a time.
    public static let most = 100
    /// Bytes of its commands.
    public static let longest = 200_000
    /// A till that has claimed one and said nothing for so long has lost it.
    static let claimLasts = Duration.minutes(2)
}

extension ParkedSale: Readable {
    static let columns: SQL = "sale, location, staff, customer, label, units, total, currency, commands, parked_at, claimed_by"

    public init(row: inout Row) throws {
        sale = try row.next()
        location = try row.next()
        staff = try row.next()
        customer = try row.next()
        label = try row.next()
        units = try row.next()
        total = try Money(minorUnits: row.next(), currency: row.nextCurrency())
        commands = try row.next()
        parkedAt = try row.next()
        claimedBy = try row.next()
    }

    /// What is parked in a shop, the newest first.
    public static func all(at location: Location.ID, in snapshot: some Reading) throws -> [ParkedSale] {
        try snapshot.rows(
            "SELECT \(sql: columns) FROM parked_sale WHERE location = \(location) ORDER BY parked_at DESC, sale DESC LIMIT \(most)")
    }
}
