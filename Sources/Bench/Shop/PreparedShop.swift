import Foundation

/// What is in a shop that was filled for the bench, so that visitors know what to ask for.
///
/// `seam bench-prepare` writes it as JSON beside the database.
public struct PreparedShop: Codable, Sendable {
    /// Everything that can be bought, in the order of the file.
    public var products: [Product]
    public var collections: [Collection]
    /// A product that is not among `products`, with few units: everybody's wish in the row of one SKU.
    public var wish: Wish
    public var till: Till
    /// How many accounts of stock there are.
    public var balances: Int

    public init(products: [Product], collections: [Collection], wish: Wish, till: Till, balances: Int) {
        self.products = products
        self.collections = collections
        self.wish = wish
        self.till = till
        self.balances = balances
    }

    public struct Product: Codable, Sendable {
        public var handle: String
        /// The identifier of its one variant: `var_…`.
        public var variant: String

        public init(handle: String, variant: String) {
            self.handle = handle
            self.variant = variant
        }
    }

    public struct Collection: Codable, Sendable {
        public var handle: String
        /// How many products it shows.
        public var count: Int

        public init(handle: String, count: Int) {
            self.handle = handle
            self.count = count
        }
    }

    public struct Wish: Codable, Sendable {
        public var handle: String
        public var variant: String
        /// Units in all places together.
        public var units: Int

        public init(handle: String, variant: String, units: Int) {
            self.handle = handle
            self.variant = variant
            self.units = units
        }
    }

    /// Where and by whom sales at the till are made.
    public struct Till: Codable, Sendable {
        public var location: String
        public var email: String
        public var password: String

        public init(location: String, email: String, password: String) {
            self.location = location
            self.email = email
            self.password = password
        }
    }
}

extension PreparedShop {
    init(readingFrom file: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}
