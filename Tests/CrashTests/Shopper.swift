import AsyncHTTPClient
import Catalog
import Essentials
import TestShop

/// Buys on the web, again and again, each time as somebody new: one to three kinds of things, an address, a payment.
struct Shopper: Sendable {
    let name: String
    let address: String
    let client: HTTPClient
    let shop: CrashShop

    /// One whole checkout.
    /// - Throws: when the server dies meanwhile; the customer then knows of no order.
    func buy(_ chance: Randomness) async throws -> Receipt {
        var chance = chance
        let visitor = Visitor(of: address, client: client)
        var units: [Variant.ID: Int64] = [:]
        for variant in shop.variants.shuffled(using: &chance).prefix(Int.random(in: 1...3, using: &chance)) {
            let quantity = Int64.random(in: 1...4, using: &chance)
            units[variant] = quantity
            try await visitor.post("/cart/lines", ["variant": "\(variant)", "quantity": "\(quantity)"]).expect(303)
        }
        let checkout = try await visitor.post(
            "/checkout",
            [
                "email": "\(name)@example.com", "name": name, "line1": "7 Elm Street", "line2": "", "city": "Helsinki",
                "region": "", "postal_code": "00100", "country": "FI",
            ]
        ).expect(303)
        let order = try await visitor.post((checkout.location ?? "") + "/payment", ["token": "success_token"]).expect(303)
        let secret = order.location.flatMap { $0.split(separator: "/").last }.map(String.init) ?? ""
        return Receipt(proof: .link(secret), units: units)
    }
}

/// The server said something that a shop in order never says.
struct UnexpectedAnswer: Error, CustomStringConvertible {
    let answer: Visitor.Answer
    var description: String { "answered \(answer.status): \(answer.body.prefix(2_000))" }
}

extension Visitor.Answer {
    /// - Throws: `UnexpectedAnswer` for any other status.
    @discardableResult
    func expect(_ status: Int) throws -> Visitor.Answer {
        guard self.status == status else { throw UnexpectedAnswer(answer: self) }
        return self
    }
}
