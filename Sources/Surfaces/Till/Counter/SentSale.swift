import Catalog
import Customers
import Essentials
import Foundation
import Orders
import Staff

/// A completed sale as the module sends it. The till has made it; nothing here decides whether it happened.
struct SentSale: Decodable {
    struct Line: Decodable {
        let variant: Variant.ID
        let quantity: Int64
        /// Minor units, as every amount here.
        let unitPrice: Int64
        let discount: Int64?
        let reason: ReductionReason?
        let note: String?
    }

    struct Tender: Decodable {
        let kind: Orders.Tender.Kind
        let amount: Int64
        let reference: String?
    }

    let id: Order.ID
    /// Who rang it up; somebody else may be signed in by the time it is sent.
    let staff: StaffMember.ID
    let currency: Currency
    let lines: [Line]
    let tenders: [Tender]?
    /// What a till says that kept the sale before there were other tenders.
    let cash: Int64?
    let customer: Customer.ID?
    let note: String?
    /// RFC 3339
    let at: String

    /// - Throws: `TillRefusal.unreadable`
    func sale() throws -> TillSale {
        guard let at = try? Date(at, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) else {
            throw TillRefusal.unreadable
        }
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        let given =
            tenders?.map { Orders.Tender($0.kind, money($0.amount), reference: $0.reference ?? "") }
            ?? cash.map { [Orders.Tender(.cash, money($0))] } ?? []
        return TillSale(
            id: id,
            lines: lines.map {
                .init(
                    $0.variant, quantity: $0.quantity, unitPrice: money($0.unitPrice), discount: money($0.discount ?? 0),
                    reason: $0.reason, note: $0.note ?? "")
            },
            tenders: given, at: Instant(at), customer: customer, note: note ?? "")
    }
}
