import Database
import Essentials
import Feed
import Staff

/// Sets a collection's texts in another language; without either, the language is taken away.
/// - Throws: `CatalogRefusal.language`, `.unknownCollection`, `.tooLong`; `StaffRefusal.forbidden` below manager.
public func translateCollection(
    _ id: Collection.ID, into language: String, title: String?, description: String?, by actor: Actor, in transaction: Transaction,
    world: World
) throws {
    try actor.require(.manager)
    _ = try Collection.lock(id, in: transaction)
    let tag = try LanguageTag.canonical(language)
    let title = title?.trimmed.nonEmpty
    let description = description?.trimmed.nonEmpty
    guard title?.utf8.count ?? 0 <= ProductLimits.title else { throw CatalogRefusal.tooLong(field: "title", limit: ProductLimits.title) }
    guard description?.utf8.count ?? 0 <= ProductLimits.body else {
        throw CatalogRefusal.tooLong(field: "description", limit: ProductLimits.body)
    }
    if title == nil, description == nil {
        try transaction.run("DELETE FROM collection_translation WHERE collection = \(id) AND language = \(tag)")
    } else {
        try transaction.run(
            """
            INSERT INTO collection_translation (collection, language, title, description, updated_at)
            VALUES (\(id), \(tag), \(title), \(description), \(world.now))
            ON CONFLICT (collection, language) DO UPDATE SET title = EXCLUDED.title, description = EXCLUDED.description,
                updated_at = EXCLUDED.updated_at
            """)
    }
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
}
