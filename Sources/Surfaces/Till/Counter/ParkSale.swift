import Customers
import Essentials
import Foundation
import Hummingbird
import Orders
import Staff
import Web

/// A sale that the module puts aside.
private struct SentParking: Decodable {
    let customer: Customer.ID?
    let label: String
    let units: Int64
    let total: Int64
    let currency: Currency
    /// The journal of its commands: JSON in JSON, since nobody but the module reads it.
    let commands: String
}

private struct Parked: Encodable {
    struct Sale: Encodable {
        let id: String
        let label: String
        let person: String
        let customer: String?
        let units: Int64
        let total: Int64
        /// The hour at which it was parked, in the shop.
        let at: String
    }
    let sales: [Sale]
}

private struct ClaimedSale: Encodable {
    struct Buyer: Encodable {
        let id: String
        let name: String
    }
    let id: String
    let commands: String
    /// As they are known now.
    let customer: Buyer?
}

private struct Done: Encodable {}

extension Till {
    func showParked(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let location = counter.location.id
        let sales = try await database.read { snapshot in
            let parked = try ParkedSale.all(at: location, in: snapshot)
            let people = try StaffMember.find(parked.compactMap(\.staff), in: snapshot)
            let customers = try Customer.find(parked.compactMap(\.customer), in: snapshot)
            return parked.map { sale in
                Parked.Sale(
                    id: sale.sale.description, label: sale.label, person: sale.staff.flatMap { people[$0]?.name } ?? "",
                    customer: sale.customer.flatMap { customers[$0]?.name }, units: sale.units, total: sale.total.minorUnits,
                    at: counter.said(sale.parkedAt))
            }
        }
        return try .json(Parked(sales: sales))
    }

    func acceptParking(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let (sale, world, location) = (try context.sale(), world, counter.location.id)
        let sent = try await request.sent(SentParking.self, upTo: 512 * 1024)
        guard sent.currency == counter.channel.currency else { throw TillRefusal.currency }
        let draft = SaleToPark(
            sale: sale, customer: sent.customer, label: sent.label, units: sent.units,
            total: Money(minorUnits: sent.total, currency: sent.currency), commands: sent.commands)
        try await database.write { try parkSale(draft, at: location, by: counter.actor, in: $0, world: world) }
        return try .json(Done())
    }

    func acceptClaim(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let (sale, world, location) = (try context.sale(), world, counter.location.id)
        let (claimed, customer) = try await database.write { transaction in
            let claimed = try claimParkedSale(
                sale, for: counter.device.id, at: location, by: counter.actor, in: transaction, world: world)
            return (claimed, try claimed.customer.flatMap { try Customer.find($0, in: transaction) })
        }
        let buyer = customer.map { ClaimedSale.Buyer(id: $0.id.description, name: $0.name ?? "") }
        return try .json(ClaimedSale(id: sale.description, commands: claimed.commands, customer: buyer))
    }

    func acceptForgetting(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let (sale, world, location) = (try context.sale(), world, counter.location.id)
        try await database.write { try forgetParkedSale(sale, at: location, by: counter.actor, in: $0, world: world) }
        return try .json(Done())
    }
}

extension SeamContext {
    /// The sale that the path names.
    /// - Throws: `TillRefusal.noSale`
    fileprivate func sale() throws -> Order.ID {
        guard let sale = parameter("sale").flatMap({ Order.ID($0) }) else { throw TillRefusal.noSale }
        return sale
    }
}
