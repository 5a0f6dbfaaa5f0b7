import Catalog

/// What is said of a product, a collection or a story in another language; what is missing is shown in English.
struct DemoTranslation: Decodable, Sendable {
    let title: String?
    /// Paragraphs.
    let text: [String]?
    /// Of its options; more stand in the words that many products share.
    let words: [String: String]?

    /// - Parameter shared: what many products say alike, in that language.
    func translation(of product: DemoProduct, shared: [String: String]) -> ProductTranslation {
        let common = shared.filter { product.words.contains($0.key) }
        return ProductTranslation(
            title: title, body: text?.paragraphs, words: common.merging(words ?? [:]) { _, own in own })
    }
}

extension [String] {
    /// As HTML.
    var paragraphs: String { map { "<p>\($0)</p>" }.joined(separator: "\n") }
}
