import Database
import Essentials

extension Words {
    /// What the products of a collection, or of the whole catalogue, call their types, attributes and values in a language, taken
    /// together. Of several that say it differently, one is believed. None where there are so many products that nobody
    /// is offered their attributes, either.
    public static func shared(
        within collection: Collection.ID?, on list: PriceList.ID, language: String, in reading: some Reading
    ) throws -> Words {
        let query = ProductQuery(collection: collection)
        guard let walk = try ShelfWalk(query, on: list, in: reading), try walk.count(in: reading) <= AttributeFacet.mostProducts else {
            return Words()
        }
        var pairs: [String: String] = [:]
        for tag in TranslationChoice(language).tags.reversed() {
            let texts = try reading.rows(
                """
                SELECT t.words FROM (\(sql: walk.products)) x JOIN product p ON p.seq = x.product
                JOIN product_translation t ON t.product = p.id AND t.language = \(tag) ORDER BY p.seq
                """
            ) { try $0.next(String.self) }
            for text in texts { pairs.merge(Words(json: text).pairs) { first, _ in first } }
        }
        return Words(pairs)
    }
}
