import Database
import Essentials

extension Story {
    /// - Returns: `nil` when there is no such story; one that is not published is found.
    public static func find(_ id: ID, in reading: some Reading) throws -> Story? {
        try reading.row("SELECT \(sql: columns) FROM story s WHERE s.id = \(id)", as: Story.self)
    }

    /// All stories for those who write them, the newest first, a page at a time.
    /// - Parameters:
    ///   - search: words of the title.
    ///   - isPublished: only those that shoppers read, or only the others; `nil` for all.
    ///   - last: the last one of the page before.
    public static func page(
        search: String = "", kind: Kind? = nil, isPublished: Bool? = nil, after last: Story? = nil, limit: Int = 50,
        in reading: some Reading
    ) throws -> [Story] {
        var condition: SQL = "TRUE"
        let words = search.folded.split(separator: " ")
        if words.isEmpty, !search.trimmed.isEmpty { return [] }
        for word in words { condition += " AND s.title_key LIKE \("%\(word)%")" }
        if let kind { condition += " AND s.kind = \(kind)" }
        if let isPublished { condition += isPublished ? " AND s.archived_at IS NULL" : " AND s.archived_at IS NOT NULL" }
        if let last { condition += " AND (s.created_at, s.id) < (\(last.createdAt), \(last.id))" }
        return try reading.rows(
            "SELECT \(sql: columns) FROM story s WHERE \(sql: condition) ORDER BY s.created_at DESC, s.id DESC LIMIT \(limit)",
            as: Story.self)
    }
}
