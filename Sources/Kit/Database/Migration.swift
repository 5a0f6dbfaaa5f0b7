/// One step of a schema. Once landed it is never edited: a correction is another step.
///
/// It is written with PostgreSQL's types (`BIGINT`, `SMALLINT`, `TEXT`, `UUID`, `BOOLEAN`, `DOUBLE PRECISION`,
/// `BYTEA`, `BIGINT GENERATED ALWAYS AS IDENTITY`); SQLite makes STRICT tables of it. What only one engine needs stands
/// behind a line `-- PostgreSQL only` or `-- SQLite only`, up to `-- both`.
public struct Migration: Sendable {
    /// `orders.0001 carts`: the slice, its number there, what it brings.
    public let name: String
    public let script: String
    /// Tables of short rows that an engine may keep in the order of their primary key, with no row number beside it:
    /// one tree to write instead of two. It changes nothing that a statement could see.
    public let clustered: [String]
    /// Writes what SQL has no words for, folded texts for example, right behind the script and in its transaction. It
    /// meets the tables as they were at this step, and is asked once in a database's life.
    public let fill: (@Sendable (Transaction) throws -> Void)?

    public init(
        _ name: String, _ script: String, clustered: [String] = [], fill: (@Sendable (Transaction) throws -> Void)? = nil
    ) {
        self.name = name
        self.script = script
        self.clustered = clustered
        self.fill = fill
    }

    /// What one engine runs of the script.
    public static func part(of script: String, for engine: Engine) -> String {
        var isHeard = true
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            switch line.trimmingPrefix(while: { $0 == " " }) {
            case "-- both": isHeard = true
            case "-- \(Engine.postgres.rawValue) only": isHeard = engine == .postgres
            case "-- \(Engine.sqlite.rawValue) only": isHeard = engine == .sqlite
            default: return isHeard
            }
            return false
        }
        return lines.joined(separator: "\n")
    }

    /// FNV-1a of the script, so that an edit is noticed.
    var fingerprint: Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in script.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}

extension Transaction {
    /// Brings the schema to `migrations`, in their order, and returns the names of those that were new.
    /// - Throws: `DatabaseFault.migration` when the database has a step that is unknown or edited; nothing is changed then.
    public func migrate(_ migrations: [Migration]) throws -> [String] {
        try connection.define(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, fingerprint BIGINT NOT NULL)")
        let applied = try rows("SELECT name, fingerprint FROM migration") { try ($0.next(String.self), $0.next(Int64.self)) }
        let known = Dictionary(migrations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (name, fingerprint) in applied {
            guard let migration = known[name] else {
                throw DatabaseFault.migration(
                    "The database has the schema step “\(name)”, which this program does not know: use a newer Seam.")
            }
            guard migration.fingerprint == fingerprint else {
                throw DatabaseFault.migration("The schema step “\(name)” was edited after it ran: restore its text.")
            }
        }
        let done = Set(applied.map(\.0))
        let fresh = migrations.filter { !done.contains($0.name) }
        for migration in fresh {
            try connection.define(migration.script, clustered: migration.clustered)
            try migration.fill?(self)
            try run("INSERT INTO migration (name, fingerprint) VALUES (\(migration.name), \(migration.fingerprint))")
        }
        return fresh.map(\.name)
    }
}
