import Database
import Essentials
import Feed
import Staff

/// A product's texts in another language; what is `nil` is shown in the original.
public struct ProductTranslation: Sendable, Equatable {
    public var title: String?
    /// HTML
    public var body: String?
    /// Of the names and values of its options and attributes, its type, and what its pictures show.
    public var words: Words

    public init(title: String? = nil, body: String? = nil, words: [String: String] = [:]) {
        self.title = title
        self.body = body
        self.words = Words(words)
    }

    /// All translations of a product, by language.
    public static func of(_ product: Product.ID, in reading: some Reading) throws -> [String: ProductTranslation] {
        let found = try reading.rows(
            "SELECT language, title, body, words FROM product_translation WHERE product = \(product)"
        ) { row in
            let language: String = try row.next()
            var translation = ProductTranslation(title: try row.next(), body: try row.next())
            translation.words = Words(json: try row.next())
            return (language, translation)
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// What these products and their options are called in all languages, without the long texts, in one statement.
    static func names(of products: [Product.ID], in reading: some Reading) throws -> [Product.ID: [ProductTranslation]] {
        guard !products.isEmpty else { return [:] }
        var found: [Product.ID: [ProductTranslation]] = [:]
        try reading.each(
            "SELECT product, title, words FROM product_translation WHERE product IN \(list: products) ORDER BY product, language"
        ) { row in
            let product: Product.ID = try row.next()
            let title: String? = try row.next()
            found[product, default: []].append(ProductTranslation(title: title, words: Words(json: try row.next()).pairs))
        }
        return found
    }
}
