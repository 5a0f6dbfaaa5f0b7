import Database
import Essentials

extension CollectionDetail {
    /// The collections that a product is in, by title; those that are archived left out.
    public static func containing(
        _ product: Product.ID, limit: Int = 12, language: String? = nil, in reading: some Reading
    ) throws -> [CollectionDetail] {
        try find(
            where: """
                k.id IN (SELECT collection FROM collection_product WHERE product = \(product)) AND k.archived_at IS NULL
                ORDER BY k.title_key, k.id LIMIT \(limit)
                """, language: language, in: reading)
    }
}
