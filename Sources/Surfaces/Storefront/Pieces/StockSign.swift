import Catalog
import Inventory
import Web

/// How many of a variant can be had; the number moves while the page is open.
struct StockSign: Shown, Equatable {
    let variant: String
    /// `nil` for what is not counted and never runs out.
    let quantity: Int64?
    /// Whether it is sold beyond that, and ships later.
    var mayBeOwed = false

    var isSoldOut: Bool { quantity == 0 && !mayBeOwed }

    /// Whether one can be sent now, so that days can be promised.
    var isSent: Bool { quantity.map { $0 > 0 } ?? true }

    static let answers: Answers = [
        "variant": \.variant, "quantity": \.quantity, "isCounted": { $0.quantity != nil }, "isSoldOut": \.isSoldOut,
        "mayBeOwed": \.mayBeOwed,
    ]
}

extension StockSign {
    init(_ variant: Variant, _ availability: Availability?) {
        self.variant = variant.id.description
        quantity = variant.isTracked ? availability?.quantity ?? 0 : nil
        mayBeOwed = variant.isTracked && availability?.sells(.max, whenSoldOut: variant.whenSoldOut) == true
    }
}
