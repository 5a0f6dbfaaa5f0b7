import Catalog
import Channels
import Essentials
import Feed
import Places

public struct CartChanged: Fact {
    public static let topic = "cart.changed"
    public let cart: Cart.ID
    public let variant: Variant.ID
    /// How many are in the cart now.
    public let quantity: Int64
    public var subject: UInt128 { cart.bits }
}

public struct CheckoutBegun: Fact {
    public static let topic = "checkout.begun"
    public let checkout: Checkout.ID
    public let cart: Cart.ID
    public let total: Money
    public var subject: UInt128 { checkout.bits }
}

public struct CheckoutExpired: Fact {
    public static let topic = "checkout.expired"
    public let checkout: Checkout.ID
    public var subject: UInt128 { checkout.bits }
}

public struct PaymentDeclined: Fact {
    public static let topic = "payment.declined"
    public let payment: Payment.ID
    public let sale: Order.ID
    public var subject: UInt128 { sale.bits }

    init(payment: Payment.ID, sale: UInt128) {
        self.payment = payment
        self.sale = Order.ID(bits: sale)
    }
}

/// Somebody bought something: on the web, over the counter, anywhere.
public struct OrderPlaced: Fact {
    public static let topic = "order.placed"

    public struct Line: Codable, Sendable, Equatable {
        public let variant: Variant.ID
        public let quantity: Int64
        /// Minor units of the order's currency.
        public let unitPrice: Int64
        /// What was taken off the line as a whole; facts from before there were discounts do not say it.
        public let discount: Int64?
    }

    public let order: Order.ID
    public let number: Int64
    public let channel: Channel.ID
    public let location: Location.ID?
    public let total: Money
    public let lines: [Line]
    public var subject: UInt128 { order.bits }

    init(_ order: Order, lines: [SaleLine]) {
        self.order = order.id
        number = order.number
        channel = order.context.channel
        location = order.context.location
        total = order.total
        self.lines = lines.map {
            Line(variant: $0.variant, quantity: $0.quantity, unitPrice: $0.unitPrice.minorUnits, discount: $0.discount.minorUnits)
        }
    }
}

public struct OrderCancelled: Fact {
    public static let topic = "order.cancelled"
    public let order: Order.ID
    public let refunded: Money
    public var subject: UInt128 { order.bits }
}

/// Units that the order waits for may be missing where it is to be served from.
public struct OrderEndangered: Fact {
    public static let topic = "order.endangered"
    public let order: Order.ID
    public let variant: Variant.ID
    public let location: Location.ID
    public var subject: UInt128 { order.bits }
}

/// Who bought is not known here any more.
public struct OrderContactErased: Fact {
    public static let topic = "order.contact_erased"
    public let order: Order.ID
    public var subject: UInt128 { order.bits }
}

/// A sale was put aside at a till, to be gone on with later.
public struct SaleParked: Fact {
    public static let topic = "sale.parked"
    public let sale: Order.ID
    public let location: Location.ID
    public var subject: UInt128 { sale.bits }
}

/// A sale that was put aside is on a till again, or was given up.
public struct SaleUnparked: Fact {
    public static let topic = "sale.unparked"
    public let sale: Order.ID
    public let location: Location.ID
    public var subject: UInt128 { sale.bits }
}
