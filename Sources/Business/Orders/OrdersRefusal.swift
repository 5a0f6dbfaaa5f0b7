import Essentials

public enum OrdersRefusal: Refusal, Equatable {
    case quantity
    case notForSale
    case noCart
    case notInCart
    case emptyCart
    case cartFull
    case tooMuch
    case contact(field: String, ContactProblem)
    case noCheckout
    case checkoutOver
    case priceChanged
    case paymentUnderWay
    case declined
    case noPayment
    case noOrder
    case alreadyCancelled
    /// Tendered money does not make up the total.
    case tender
    /// The till's sale has the id of another one.
    case saleDiffers
    /// More was taken off than an associate may.
    /// More than so many per cent off.
    case needsApproval(Int64)
    case noParkedSale
    /// Another till goes on with it.
    case parkedElsewhere
    /// Too many sales are parked, or one is too long to be.
    case parkedFull

    public enum ContactProblem: Sendable, Equatable {
        case missing
        case malformed
        case tooLong(Int)
    }

    public var code: String {
        switch self {
        case .quantity: "cart.quantity"
        case .notForSale: "cart.not_for_sale"
        case .noCart: "cart.none"
        case .notInCart: "cart.no_such_line"
        case .emptyCart: "cart.empty"
        case .cartFull: "cart.full"
        case .tooMuch: "cart.too_much"
        case .contact: "checkout.contact"
        case .noCheckout: "checkout.none"
        case .checkoutOver: "checkout.over"
        case .priceChanged: "checkout.price_changed"
        case .paymentUnderWay: "payment.under_way"
        case .declined: "payment.declined"
        case .noPayment: "payment.none"
        case .noOrder: "order.none"
        case .alreadyCancelled: "order.cancelled"
        case .tender: "sale.tender"
        case .saleDiffers: "sale.differs"
        case .needsApproval: "sale.needs_approval"
        case .noParkedSale: "sale.not_parked"
        case .parkedElsewhere: "sale.parked_elsewhere"
        case .parkedFull: "sale.parked_full"
        }
    }

    public var field: String? {
        switch self {
        case .quantity: "quantity"
        case .contact(let field, _): field
        case .declined: "token"
        case .tender: "tender"
        default: nil
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .noCart, .noCheckout, .noPayment, .noOrder, .notInCart, .noParkedSale: .notFound
        case .checkoutOver, .priceChanged, .paymentUnderWay, .alreadyCancelled, .saleDiffers, .parkedElsewhere, .parkedFull: .conflict
        case .needsApproval: .forbidden
        case .declined: .payment
        default: .invalid
        }
    }

    public var sentence: Sentence {
        switch self {
        case .quantity: "Choose a quantity from 1 to \(Cart.mostUnits)."
        case .notForSale: "This is not sold here any more."
        case .noCart: "There is nothing in your cart yet."
        case .notInCart: "This is not in your cart."
        case .emptyCart: "Your cart is empty."
        case .cartFull: "A cart holds \(Cart.mostLines) different things; take one out first."
        case .tooMuch: "This is more than one order can hold."
        case .contact(_, .missing): "Please fill this in."
        case .contact(let field, .malformed): field == "email" ? "This is not an e-mail address." : "This does not look right."
        case .contact(_, .tooLong(let most)): "At most \(most) characters."
        case .noCheckout: "This checkout does not exist."
        case .checkoutOver: "This checkout has ended. Begin again from your cart."
        case .priceChanged: "A price has changed since you began. Look at your cart again before you pay."
        case .paymentUnderWay: "A payment is under way. Wait a moment, then look again."
        case .declined: "The payment was declined. Nothing was charged; try another way to pay."
        case .noPayment: "This payment does not exist."
        case .noOrder: "This order does not exist."
        case .alreadyCancelled: "This order is cancelled already."
        case .tender: "The money given does not make up the total."
        case .saleDiffers: "Another sale has this number already."
        case .needsApproval(let percent): "A manager has to let more than \(percent) % off pass."
        case .noParkedSale: "This sale is parked no more."
        case .parkedElsewhere: "Another till goes on with this sale."
        case .parkedFull: "Too much is parked here already. Finish a parked sale first."
        }
    }
}
