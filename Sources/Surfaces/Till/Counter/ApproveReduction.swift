import Essentials
import Hummingbird
import Orders
import Staff
import Web

/// A manager's word that a sale may be sold for so much less.
private struct SentApproval: Decodable {
    let sale: Order.ID
    /// Minor units.
    let most: Int64
    let currency: Currency
    let staff: StaffMember.ID
    let pin: String
}

private struct Approved: Encodable {
    let sale: String
    let most: Int64
}

extension Till {
    /// A manager types a PIN at a till where somebody else is signed in; it lets one sale pass.
    func acceptApproval(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        guard let token = try await device(of: request, context)?.token else { throw TillRefusal.notRegistered }
        let sent = try await request.sent(SentApproval.self)
        guard sent.currency == counter.channel.currency else { throw TillRefusal.currency }
        let manager = try await confirmByPIN(sent.staff, pin: sent.pin, till: token, on: database, hasher: hasher, world: world)
        let (world, location, channel) = (world, counter.location.id, counter.channel.id.bits)
        try await database.write { transaction in
            try Orders.approveReduction(
                upTo: Money(minorUnits: sent.most, currency: sent.currency), of: sent.sale, at: location, by: manager.through(channel),
                in: transaction, world: world)
        }
        return try .json(Approved(sale: sent.sale.description, most: sent.most))
    }
}
