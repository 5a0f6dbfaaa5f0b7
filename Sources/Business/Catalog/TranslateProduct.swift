import Database
import Essentials
import Feed
import Staff

/// Sets a product's texts in another language; an empty translation takes the language away.
///
/// The same translation again changes nothing.
/// - Parameter language: a BCP 47 tag: `de`, `de-AT`.
/// - Throws: `CatalogRefusal.language`, `.unknownProduct`, `.tooLong`; `StaffRefusal.forbidden` below manager.
public func translateProduct(
    _ id: Product.ID, into language: String, _ translation: ProductTranslation, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    let product = try Product.lock(id, in: transaction)
    let tag = try LanguageTag.canonical(language)
    let clean = try translation.validated()
    guard clean != (try ProductTranslation.of(id, in: transaction)[tag] ?? ProductTranslation()) else { return }
    if clean == ProductTranslation() {
        try transaction.run("DELETE FROM product_translation WHERE product = \(id) AND language = \(tag)")
    } else {
        try transaction.run(
            """
            INSERT INTO product_translation (product, language, title, body, words, updated_at)
            VALUES (\(id), \(tag), \(clean.title), \(clean.body), \(try clean.words.json()), \(world.now))
            ON CONFLICT (product, language) DO UPDATE SET title = EXCLUDED.title, body = EXCLUDED.body, words = EXCLUDED.words,
                updated_at = EXCLUDED.updated_at
            """)
    }
    try ProductSearch.refresh([id], in: transaction)
    try ProductUpdated(product: id, version: product.version).record(by: actor.origin, in: transaction, world: world)
}

extension ProductTranslation {
    fileprivate func validated() throws -> ProductTranslation {
        let pairs = words.pairs.map { ($0.trimmed, $1.trimmed) }.filter { !$0.isEmpty && !$1.isEmpty }
        let clean = ProductTranslation(
            title: title?.trimmed.nonEmpty, body: body?.trimmed.nonEmpty,
            words: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        guard clean.title?.utf8.count ?? 0 <= ProductLimits.title else {
            throw CatalogRefusal.tooLong(field: "title", limit: ProductLimits.title)
        }
        guard clean.body?.utf8.count ?? 0 <= ProductLimits.body else {
            throw CatalogRefusal.tooLong(field: "body", limit: ProductLimits.body)
        }
        return clean
    }
}
