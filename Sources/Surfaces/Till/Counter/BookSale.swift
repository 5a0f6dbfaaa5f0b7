import Catalog
import Essentials
import Foundation
import Hummingbird
import Orders
import Staff
import Web

/// A completed sale as the module sends it. The till has made it; nothing here decides whether it happened.
private struct SentSale: Decodable {
    struct Line: Decodable {
        let variant: Variant.ID
        let quantity: Int64
        let unitPrice: Int64
    }

    let id: Order.ID
    /// Who rang it up; somebody else may be signed in by the time it is sent.
    let staff: StaffMember.ID
    let currency: Currency
    let lines: [Line]
    let cash: Int64
    /// RFC 3339
    let at: String

    func sale() throws -> TillSale {
        guard let at = try? Date(at, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) else {
            throw TillRefusal.unreadable
        }
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        return TillSale(
            id: id, lines: lines.map { .init($0.variant, quantity: $0.quantity, unitPrice: money($0.unitPrice)) }, cash: money(cash),
            at: Instant(at))
    }
}

private struct BookedSale: Encodable {
    let order: String
    /// What people call it.
    let number: Int64
}

extension Till {
    /// Books a sale that was made here; the same sale sent again is booked once.
    func bookSale(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let body = try await request.body.collect(upTo: 128 * 1024)
        guard let sent = try? JSONDecoder().decode(SentSale.self, from: Data(body.readableBytesView)) else { throw TillRefusal.unreadable }
        guard sent.currency == counter.channel.currency else { throw TillRefusal.currency }
        let (sale, world, signedIn) = (try sent.sale(), world, counter.session.staff)
        let order = try await database.write { transaction in
            // A device may name whom it likes; a person who is not there is not noted.
            let seller = try StaffMember.find(sent.staff, in: transaction)?.id ?? signedIn
            return try ringUp(
                sale, in: counter.context(for: seller), on: counter.channel, by: counter.actor, in: transaction, world: world)
        }
        return try .json(BookedSale(order: order.id.description, number: order.number))
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
