import AsyncHTTPClient
import Catalog
import Essentials
import Foundation
import Orders
import TestShop

/// Sells at a till, as its module does: ids are made on the device, cash is taken, and the sale is sent until it is booked.
actor Clerk {
    private let visitor: Visitor
    private let shop: CrashShop
    /// Made and not booked yet: the server died before it said so.
    private var waiting: (sale: Sale, receipt: Receipt)?

    /// Makes a browser a till of the shop and signs in there. Both outlive the server.
    init(_ till: String, at address: String, client: HTTPClient, shop: CrashShop) async throws {
        visitor = Visitor(of: address, client: client)
        self.shop = shop
        let (email, password) = CrashShop.account
        try await visitor.post("/till/register/sign-in", ["email": email, "password": password]).expect(303)
        try await visitor.post("/till/register", ["location": "\(shop.store)", "name": till]).expect(303)
        try await visitor.post("/till/sign-in/password", ["email": email, "password": password]).expect(303)
    }

    /// Books one sale: the one that waits, or a new one.
    /// - Throws: when the server dies meanwhile.
    func sell(_ chance: Randomness) async throws -> Receipt {
        let next = waiting ?? ringUp(chance)
        waiting = next
        try await visitor.post("/till/sales", json: next.sale).expect(200)
        waiting = nil
        return next.receipt
    }

    private func ringUp(_ chance: Randomness) -> (Sale, Receipt) {
        var chance = chance
        let variant = shop.variants[Int.random(in: shop.variants.indices, using: &chance)]
        let quantity = Int64.random(in: 1...3, using: &chance)
        let (id, price) = (World.live.id(Order.self), CrashShop.price)
        let sale = Sale(
            id: "\(id)", staff: "\(shop.seller)", currency: price.currency.code,
            lines: [.init(variant: "\(variant)", quantity: quantity, unitPrice: price.minorUnits)],
            cash: quantity * price.minorUnits, at: "2026-03-02T10:00:00.000Z")
        return (sale, Receipt(proof: .sale(id), units: [variant: quantity]))
    }

    private struct Sale: Encodable {
        let id: String
        let staff: String
        let currency: String
        let lines: [Line]
        let cash: Int64
        let at: String

        struct Line: Encodable {
            let variant: String
            let quantity: Int64
            let unitPrice: Int64
        }
    }
}
