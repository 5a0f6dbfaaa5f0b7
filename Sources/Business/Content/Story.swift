import Catalog
import Database
import Essentials

/// Something to read beside the goods: a story about where they come from, or a recipe.
public struct Story: Identified, Sendable, Equatable {
    public static let prefix = "sty"

    public enum Kind: String, Storable, Codable, CaseIterable {
        case story, recipe
    }

    public let id: ID
    /// Names it in addresses; it stays what it was at the beginning, because others link to it.
    public let handle: String
    public let kind: Kind
    public let title: String
    /// What leads into it, in a sentence or two.
    public let lede: String
    public let body: [StoryBlock]
    public let image: MediaDraft?
    /// How many people a recipe feeds.
    public let serves: Int?
    /// How long a recipe takes.
    public let minutes: Int?
    /// Grows by one with each change.
    public let version: Int64
    public let createdAt: Instant
    /// Since when no shopper reads it; `nil` while it is published.
    public let archivedAt: Instant?

    public var isPublished: Bool { archivedAt == nil }
}

extension Story: Readable {
    static let columns: SQL = """
        s.id, s.handle, s.kind, s.title, s.lede, s.body, s.image, s.image_alt, s.serves, s.minutes, s.version, s.created_at, s.archived_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        handle = try row.next()
        kind = try row.next()
        title = try row.next()
        lede = try row.next()
        body = try [StoryBlock](json: row.next())
        let url: String? = try row.next()
        let alt: String = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt) }
        serves = try row.next()
        minutes = try row.next()
        version = try row.next()
        createdAt = try row.next()
        archivedAt = try row.next()
    }

    /// - Throws: `StoryRefusal.unknown`.
    static func lock(_ id: ID, in transaction: Transaction) throws -> Story {
        let found = try transaction.row("SELECT \(sql: columns) FROM story s WHERE s.id = \(id) FOR UPDATE", as: Story.self)
        guard let found else { throw StoryRefusal.unknown }
        return found
    }

    /// - Throws: `StoryRefusal.stale` when somebody changed it after `seen`.
    func verify(seen: Int64) throws {
        guard seen == version else { throw StoryRefusal.stale }
    }
}
