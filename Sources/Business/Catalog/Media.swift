import Essentials

/// A picture of a product. The first one, by position, stands for the product in lists.
public struct Media: Identified, Sendable, Equatable {
    public static let prefix = "med"

    public let id: ID
    public let product: Product.ID
    /// From 1, without gaps.
    public let position: Int
    public let url: String
    /// What it shows, for those who do not see it.
    public let alt: String

    public init(id: ID, product: Product.ID, position: Int, url: String, alt: String) {
        self.id = id
        self.product = product
        self.position = position
        self.url = url
        self.alt = alt
    }
}
