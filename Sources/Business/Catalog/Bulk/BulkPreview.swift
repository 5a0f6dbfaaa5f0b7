import Database
import Essentials

/// What a change of many products would do to one of them.
public struct BulkPreview: Sendable, Equatable {
    /// A price that would be another.
    public struct Repricing: Sendable, Equatable {
        /// `Small / Blue`; empty for the only variant.
        public let variant: String
        public let before: Price
        public let after: Price
    }

    public let product: Product.ID
    public let title: String
    /// The product as it was looked at.
    public let target: BulkTarget
    public let differences: [ProductDifference]
    public let prices: [Repricing]
    /// Why it cannot be done to this one.
    public let refusal: String?

    /// Nothing would happen.
    public var isSame: Bool { refusal == nil && differences.isEmpty && prices.isEmpty }

    /// In the order of `products`, in four statements; those that are gone are left out.
    public static func of(_ change: BulkChange, to products: [Product.ID], in reading: some Reading) throws -> [BulkPreview] {
        let details = try ProductDetail.find(products, on: change.list, in: reading)
        return products.compactMap { details[$0] }.map { BulkPreview(change, to: $0) }
    }

    private init(_ change: BulkChange, to detail: ProductDetail) {
        product = detail.product.id
        title = detail.product.title
        target = BulkTarget(detail)
        do {
            let draft = try change.applied(to: detail)
            differences = draft.differences(from: detail.draft)
            prices = zip(detail.variants, draft.variants).compactMap { variant, after in
                guard let list = change.list, let next = after.prices[list], let price = detail.prices[variant.id] else { return nil }
                return Repricing(variant: variant.title, before: price, after: next)
            }
            refusal = nil
        } catch {
            (differences, prices) = ([], [])
            refusal = (error as? any Refusal)?.message ?? "\(error)"
        }
    }
}
