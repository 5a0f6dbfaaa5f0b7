import Customers
import Database
import Essentials
import Feed
import Places
import Staff

/// What a till says of the sale that it puts aside.
public struct SaleToPark: Sendable {
    public let sale: Order.ID
    public let customer: Customer.ID?
    public let label: String
    public let units: Int64
    public let total: Money
    public let commands: String

    public init(sale: Order.ID, customer: Customer.ID?, label: String, units: Int64, total: Money, commands: String) {
        self.sale = sale
        self.customer = customer
        self.label = String(label.trimmed.prefix(80))
        self.units = units
        self.total = total
        self.commands = commands
    }
}

/// Puts a sale aside, for any till of the shop to go on with. Parking it again replaces what was parked.
///
/// Nothing of it is held: it has not happened.
/// - Throws: `StaffRefusal.forbidden` without a role in that shop; `OrdersRefusal.saleDiffers` for a sale that is booked,
///   `.parkedFull` for one too many or too long.
public func parkSale(
    _ draft: SaleToPark, at location: Location.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.associate, at: location.bits)
    guard try Order.find(draft.sale, in: transaction) == nil else { throw OrdersRefusal.saleDiffers }
    let others = try transaction.value(
        "SELECT count(*) FROM parked_sale WHERE location = \(location) AND sale <> \(draft.sale)", as: Int.self)
    guard (others ?? 0) < ParkedSale.most, draft.commands.utf8.count <= ParkedSale.longest else { throw OrdersRefusal.parkedFull }
    try transaction.run(
        """
        INSERT INTO parked_sale (location, sale, staff, customer, label, units, total, currency, commands, parked_at)
        VALUES (\(location), \(draft.sale), \(actor.staff), \(draft.customer), \(draft.label), \(draft.units),
            \(draft.total.minorUnits), \(draft.total.currency.code), \(draft.commands), \(world.now))
        ON CONFLICT (location, sale) DO UPDATE SET staff = excluded.staff, customer = excluded.customer, label = excluded.label,
            units = excluded.units, total = excluded.total, currency = excluded.currency, commands = excluded.commands,
            parked_at = excluded.parked_at, claimed_by = NULL, claimed_at = NULL
        """)
    try SaleParked(sale: draft.sale, location: location).record(by: actor.origin, in: transaction, world: world)
}

extension Actor {
    /// Who acts, where it is somebody who works here.
    var staff: StaffMember.ID? {
        if case .staff(let id) = party { id } else { nil }
    }
}
