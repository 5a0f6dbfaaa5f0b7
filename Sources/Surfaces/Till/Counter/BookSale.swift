import Catalog
import Customers
import Database
import Essentials
import Foundation
import Hummingbird
import Orders
import Staff
import Web

private struct BookedSale: Encodable {
    let order: String
    /// What people call it.
    let number: Int64
}

extension Till {
    /// Books a sale that was made here; the same sale sent again is booked once.
    func bookSale(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let sent = try await request.sent(SentSale.self, upTo: 512 * 1024)
        guard sent.currency == counter.channel.currency else { throw TillRefusal.currency }
        let (sale, world, signedIn) = (try sent.sale(), world, counter.session.staff)
        let keys = ContendedKey.variants(sale.lines.map(\.variant)) + [.money(sent.currency, of: sale.id.bits)]
        let order = try await database.write(contending: keys) { transaction in
            // A device may name whom it likes; a person who is not there is not noted.
            let seller = try StaffMember.find(sent.staff, in: transaction)?.id ?? signedIn
            let customer = try sale.customer.flatMap { try Customer.find($0, in: transaction)?.id }
            return try ringUp(
                sale.bought(by: customer), in: counter.context(for: seller), on: counter.channel, by: counter.actor, in: transaction,
                world: world)
        }
        return try .json(BookedSale(order: order.id.description, number: order.number))
    }
}

extension Request {
    /// What a module has sent as JSON.
    /// - Throws: `TillRefusal.unreadable`
    func sent<Value: Decodable>(_: Value.Type, upTo limit: Int = 16 * 1024) async throws -> Value {
        let bytes = try await body.collect(upTo: limit)
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes.readableBytesView)) else { throw TillRefusal.unreadable }
        return value
    }
}

extension Response {
    static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(value)
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
