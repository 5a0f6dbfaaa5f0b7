import Database
import Essentials
import Foundation
import Tables

/// One import of a file: how far it is, or what it did.
public struct ImportRun: Identified, Sendable, Equatable {
    public static let prefix = "imp"

    public enum Kind: String, Storable, CaseIterable {
        case products, locations, stock
    }

    /// One row that was not taken, and why.
    public struct Refused: Sendable, Equatable, Codable {
        public let line: Int
        public let column: String?
        public let reason: Sentence
    }

    public let id: ID
    public let kind: Kind
    /// What whoever brought it calls it.
    public let file: String
    /// `stf_…` or `system:import`
    public let actor: String
    public let begunAt: Instant
    /// When it last said how far it is.
    public let heardAt: Instant
    public let endedAt: Instant?
    /// Bytes of the file, and how many of them were read.
    public let size: Int64
    public let done: Int64
    public let rowsRead: Int64
    public let created: Int64
    public let updated: Int64
    public let unchanged: Int64
    /// How many rows were refused; `refusals` tells the first of them.
    public let refused: Int64
    /// Sound rows that were not taken, since another row of the same product was refused.
    public let fallen: Int64
    public let refusals: [Refused]
    /// Why it ended before the file did.
    public let fault: Sentence?
    public let dismissedAt: Instant?

    /// So many refusals are kept with their reasons.
    public static let mostRefusals = 500
    /// After so long without a word it is held for broken off.
    static let patience = Duration.minutes(1)

    /// Whether its program ended in the middle of it.
    public func isBrokenOff(at now: Instant) -> Bool { endedAt == nil && now - heardAt > Self.patience }
}

extension ImportRun: Readable {
    static let columns: SQL = """
        id, kind, file, actor, begun_at, heard_at, ended_at, size, done, rows_read, created, updated, unchanged, refused, fallen,
        refusals, fault, dismissed_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        file = try row.next()
        actor = try row.next()
        begunAt = try row.next()
        heardAt = try row.next()
        endedAt = try row.next()
        size = try row.next()
        done = try row.next()
        rowsRead = try row.next()
        created = try row.next()
        updated = try row.next()
        unchanged = try row.next()
        refused = try row.next()
        fallen = try row.next()
        refusals = try JSONDecoder().decode([Refused].self, from: Data(row.next(String.self).utf8))
        fault = try (row.next() as String?).map(Sentence.init(kept:))
        dismissedAt = try row.next()
    }

    /// - Throws: `ImportRefusal.unknown`.
    public static func find(_ id: ID, in reading: some Reading) throws -> ImportRun {
        guard let run = try reading.row("SELECT \(sql: columns) FROM import_run WHERE id = \(id)", as: ImportRun.self) else {
            throw ImportRefusal.unknown
        }
        return run
    }

    /// The newest first.
    /// - Parameter before: continues behind this one.
    public static func page(before: ID? = nil, limit: Int, in reading: some Reading) throws -> [ImportRun] {
        let last = before ?? ID(bits: .max)
        return try reading.rows("SELECT \(sql: columns) FROM import_run WHERE id < \(last) ORDER BY id DESC LIMIT \(limit)")
    }

    /// Those that refused rows or ended with a fault, and that nobody has put aside; the newest first.
    public static func toSee(limit: Int, in reading: some Reading) throws -> [ImportRun] {
        try reading.rows(
            """
            SELECT \(sql: columns) FROM import_run WHERE dismissed_at IS NULL AND (refused > 0 OR fault IS NOT NULL)
            ORDER BY begun_at DESC LIMIT \(limit)
            """)
    }
}
