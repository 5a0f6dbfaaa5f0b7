import Essentials

/// The expected ways in which the web shop itself says no.
public enum StorefrontRefusal: Refusal, Equatable {
    /// No channel sells on the web yet.
    case closed
    case noProduct
    case noCollection
    case noLocation
    case noStory
    case noOrder
    case noPicture
    /// No order has this number and this e-mail.
    case notFound
    /// Something typed as a price is none.
    case noAmount(field: String)

    public var code: String {
        switch self {
        case .closed: "shop.closed"
        case .noProduct: "shop.no_product"
        case .noCollection: "shop.no_collection"
        case .noLocation: "shop.no_location"
        case .noStory: "shop.no_story"
        case .noOrder: "shop.no_order"
        case .noPicture: "shop.no_picture"
        case .notFound: "shop.order_not_found"
        case .noAmount: "shop.no_amount"
        }
    }

    public var field: String? {
        guard case .noAmount(let field) = self else { return nil }
        return field
    }

    public var kind: RefusalKind {
        switch self {
        case .closed: .unavailable
        case .noAmount: .invalid
        case .noProduct, .noCollection, .noLocation, .noStory, .noOrder, .noPicture, .notFound: .notFound
        }
    }

    public var sentence: Sentence {
        switch self {
        case .closed: "This shop is not open yet."
        case .noProduct: "This is not sold here, or not any more."
        case .noCollection: "There is no such collection."
        case .noLocation: "There is no such shop."
        case .noStory: "There is no such story."
        case .noOrder: "There is no such order. Check that the address is complete."
        case .noPicture: "There is no such picture."
        case .notFound: "We find no order with this number and this e-mail. Look at both again."
        case .noAmount: "Please enter an amount, such as 25."
        }
    }
}
