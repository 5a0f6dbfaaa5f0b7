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
        for word in search.searchKey.split(separator: " ") {
            condition += " AND search_key LIKE \(pattern(containing: word)) ESCAPE '!'"
        }
        if let last {
            condition += " AND (name_key, id) > (SELECT name_key, id FROM location WHERE id = \(last))"
        }
        return try snapshot.rows(
            "SELECT \(sql: columns) FROM location WHERE \(sql: condition) ORDER BY name_key, id LIMIT \(limit)", as: Location.self)
    }

    private static func pattern(containing word: Substring) -> String {
        var pattern = "%"
        for character in word {
            if "%_!".contains(character) { pattern.append("!") }
            pattern.append(character)
        }
        return pattern + "%"
    }
}
