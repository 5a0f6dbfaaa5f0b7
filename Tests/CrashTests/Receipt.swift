import Catalog
import Database
import Essentials
import Orders
import Secrets

/// What a customer was told they have bought. After that, no crash may take it away.
struct Receipt: Sendable {
    enum Proof: Sendable {
        /// The secret of the order's own link.
        case link(String)
        /// The number that the till itself gave the sale.
        case sale(Order.ID)
    }

    let proof: Proof
    let units: [Variant.ID: Int64]

    /// What the books say against it; `nil` when they agree.
    func objection(in snapshot: some Reading) throws -> String? {
        guard let order = try order(in: snapshot) else { return "\(proof) was acknowledged and is gone" }
        let detail = try OrderDetail.load(order, by: .system("test"), in: snapshot)
        let ordered = Dictionary(detail.lines.map { ($0.variant, $0.quantity) }, uniquingKeysWith: +)
        let promised = Dictionary(detail.demand.map { ($0.variant, $0.quantity) }, uniquingKeysWith: +)
        let paid = detail.payments.filter { $0.state == .captured }.reduce(Int64(0)) { $0 + $1.amount.minorUnits }
        let owed = units.values.reduce(0, +) * CrashShop.price.minorUnits
        if ordered != units { return "order \(order.number) has the lines \(ordered) instead of \(units)" }
        if promised != units { return "order \(order.number) promises \(promised) instead of \(units)" }
        if order.total.minorUnits != owed { return "order \(order.number) costs \(order.total) instead of \(owed)" }
        if paid != owed { return "order \(order.number) was paid with \(paid) instead of \(owed)" }
        return nil
    }

    private func order(in snapshot: some Reading) throws -> Order? {
        switch proof {
        case .link(let secret): try SecretToken(secret).flatMap { try Order.find($0, in: snapshot) }
        case .sale(let id): try Order.find(id, in: snapshot)
        }
    }
}
