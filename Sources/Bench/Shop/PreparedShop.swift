import Foundation

/// What `seam bench-prepare` says about the shop that it has filled, so that visitors know what to ask for.
struct PreparedShop: Codable, Sendable {
    /// Everything that can be bought, in the order of the file.
    let products: [Product]
    let collections: [Collection]
    /// A product that is not among `products`, with few units: everybody's wish in the row of one SKU.
    let wish: Wish
    let till: Till
    /// How many accounts of stock there are.
    let balances: Int

    struct Product: Codable, Sendable {
        let handle: String
        /// The identifier of its one variant: `var_…`.
        let variant: String
    }

    struct Collection: Codable, Sendable {
        let handle: String
        /// How many products it shows.
        let count: Int
    }

    struct Wish: Codable, Sendable {
        let handle: String
        let variant: String
        /// Units in all places together.
        let units: Int
    }

    /// Where and by whom sales at the till are made.
    struct Till: Codable, Sendable {
        let location: String
        let email: String
        let password: String
    }

    init(readingFrom file: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}
