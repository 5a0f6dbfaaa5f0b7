import Catalog
import Database
import Essentials

extension Cart {
    /// Units that its own open checkout holds: nobody else gets them, and beginning again takes them along.
    public func held(in snapshot: some Reading) throws -> [Variant.ID: Int64] {
        guard let checkout else { return [:] }
        let held = try snapshot.rows(
            """
            SELECT d.variant, d.quantity FROM sale_demand d JOIN checkout c ON c.id = d.sale
            WHERE d.sale = \(checkout) AND c.state = \(Checkout.State.open) AND d.hold IS NOT NULL
            """
        ) { (try $0.next(Variant.ID.self), try $0.next(Int64.self)) }
        return Dictionary(held, uniquingKeysWith: +)
    }
}
