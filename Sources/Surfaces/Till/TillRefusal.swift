import Essentials

/// The expected ways in which the till itself says no.
public enum TillRefusal: Refusal, Equatable {
    /// This browser is no till.
    case notRegistered
    /// Nobody is signed in at this till.
    case signedOut
    /// No till channel sells from this shop.
    case noChannel
    case noShop
    case noSale
    case noProduct
    /// What was sent is no sale.
    case unreadable
    /// The sale is in another currency than the till's channel has now.
    case currency

    public var code: String {
        switch self {
        case .notRegistered: "till.not_registered"
        case .signedOut: "till.signed_out"
        case .noChannel: "till.no_channel"
        case .noShop: "till.no_shop"
        case .noSale: "till.no_sale"
        case .noProduct: "till.no_product"
        case .unreadable: "till.unreadable"
        case .currency: "till.currency"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .notRegistered, .signedOut: .unauthenticated
        case .noChannel: .unavailable
        case .noShop, .noSale, .noProduct: .notFound
        case .unreadable, .currency: .invalid
        }
    }

    public var sentence: Sentence {
        switch self {
        case .notRegistered: "This browser is not registered as a till."
        case .signedOut: "Nobody is signed in at this till. Sign in again."
        case .noChannel: "No till channel sells from this shop yet. Add the shop to one in the back office."
        case .noShop: "There is no such shop."
        case .noSale: "No such sale was made in this shop."
        case .noProduct: "There is no such product."
        case .unreadable: "What was sent is no sale."
        case .currency: "This shop sells in another currency by now."
        }
    }
}
