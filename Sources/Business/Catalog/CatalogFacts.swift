import Essentials
import Feed

/// A product is there, with its first prices.
public struct ProductCreated: Fact, Equatable {
    public static let topic = "product.created"
    public let product: Product.ID
    public var subject: UInt128 { product.bits }
}

/// Anything about a product other than its prices has changed: texts, variants, pictures, status, translations.
public struct ProductUpdated: Fact, Equatable {
    public static let topic = "product.updated"
    public let product: Product.ID
    public let version: Int64
    public var subject: UInt128 { product.bits }
}

/// A product is no longer sold.
public struct ProductArchived: Fact, Equatable {
    public static let topic = "product.archived"
    public let product: Product.ID
    public let version: Int64
    public var subject: UInt128 { product.bits }
}

/// The price of one variant on one list has changed; amounts are minor units of the list's currency.
public struct PriceChanged: Fact, Equatable {
    public static let topic = "price.changed"
    public let variant: Variant.ID
    public let product: Product.ID
    public let list: PriceList.ID
    public let amount: Int64?
    public let before: Int64?
    public var subject: UInt128 { variant.bits }
}

/// A collection, its rule or what it holds has changed by somebody's hand. Products that come and go because they
/// changed themselves are told by their own facts.
public struct CollectionChanged: Fact, Equatable {
    public static let topic = "collection.changed"
    public let collection: Collection.ID
    public var subject: UInt128 { collection.bits }
}
