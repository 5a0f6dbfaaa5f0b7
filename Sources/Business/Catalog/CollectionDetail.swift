import Database
import Essentials

/// A collection as a page shows it.
public struct CollectionDetail: Sendable, Equatable {
    public let collection: Collection
    /// In the language that was asked for, or the original; `Translated.language` says which.
    public let title: Translated
    public let description: Translated

    /// The collection that has this handle or had it before: when `collection.handle` is another, the caller redirects.
    /// An archived one is not found.
    public static func find(handle: String, language: String? = nil, in reading: some Reading) throws -> CollectionDetail? {
        let found = try find(where: "k.handle = \(handle) AND k.archived_at IS NULL", language: language, in: reading)
        if let detail = found.first { return detail }
        guard let id: Collection.ID = try HandleRedirect.target(of: handle, in: reading) else { return nil }
        return try find(where: "k.id = \(id) AND k.archived_at IS NULL", language: language, in: reading).first
    }

    /// - Throws: `CatalogRefusal.unknownCollection`.
    public static func find(_ id: Collection.ID, language: String? = nil, in reading: some Reading) throws -> CollectionDetail {
        guard let detail = try find(where: "k.id = \(id)", language: language, in: reading).first else {
            throw CatalogRefusal.unknownCollection
        }
        return detail
    }

    /// Those that are not archived, by title, a page at a time.
    /// - Parameters:
    ///   - search: words of the title.
    ///   - last: the last one of the page before.
    public static func page(
        search: String = "", after last: Collection? = nil, limit: Int = 50, language: String? = nil, in reading: some Reading
    ) throws -> [CollectionDetail] {
        var condition: SQL = "k.archived_at IS NULL"
        let words = search.folded.split(separator: " ")
        if words.isEmpty, !search.trimmed.isEmpty { return [] }
        for word in words { condition += " AND k.title_key LIKE \("%\(word)%")" }
        if let last { condition += " AND (k.title_key, k.id) > (\(last.title.folded), \(last.id))" }
        return try find(where: condition + " ORDER BY k.title_key, k.id LIMIT \(limit)", language: language, in: reading)
    }

    static func find(where condition: SQL, language: String?, in reading: some Reading) throws -> [CollectionDetail] {
        let tongue = TranslationChoice(language)
        return try reading.rows(
            """
            SELECT \(sql: Collection.columns), \(sql: tongue.columns("title", "description")) FROM collection k
            \(sql: tongue.joins(table: "collection_translation", owner: "collection", of: "k.id"))
            WHERE \(sql: condition)
            """
        ) { row in
            let collection = try Collection(row: &row)
            let texts = try tongue.translations(of: 2, from: &row)
            return CollectionDetail(
                collection: collection, title: texts[0] ?? .original(collection.title),
                description: texts[1] ?? .original(collection.description))
        }
    }
}
