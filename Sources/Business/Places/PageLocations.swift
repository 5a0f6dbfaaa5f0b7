import Database
import Essentials

extension Location {
    /// A page in the order of names.
    ///
    /// - Parameters:
    ///   - search: words, each of which must be somewhere in the number, name, city, region or postal code,
    ///     whatever its case and accents; nothing finds everything.
    ///   - last: the last location of the page before.
    ///   - archived: whether those that were put away are there too.
    public static func page(
        search: String = "", after last: ID? = nil, limit: Int, archived: Bool = false, in snapshot: some Reading
    ) throws -> [Location] {
        var condition: SQL = archived ? "TRUE" : "archived_at IS NULL"
        let words = search.folded.split(separator: " ")
        // Something was typed that nothing is called by.
        if words.isEmpty, !search.trimmed.isEmpty { return [] }
        for word in words { condition += " AND search_key LIKE \("%\(word)%")" }
        if let last {
            condition += " AND (name_key, id) > (SELECT name_key, id FROM location WHERE id = \(last))"
        }
        return try snapshot.rows(
            "SELECT \(sql: columns) FROM location WHERE \(sql: condition) ORDER BY name_key, id LIMIT \(limit)", as: Location.self)
    }
}
