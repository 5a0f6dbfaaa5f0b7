import Database
import Essentials
import Staff

/// Writes down that a file is being brought in. What may be brought in, the import itself decides.
/// - Parameters:
///   - file: what whoever brought it calls it; its first 200 characters are kept.
///   - size: its bytes; 0 when that is not known.
/// - Throws: `StaffRefusal.forbidden` below manager.
public func beginImport(
    _ kind: ImportRun.Kind, file: String, size: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> ImportRun.ID {
    try actor.require(.manager)
    let id: ImportRun.ID = world.id()
    let now = world.now
    try transaction.run(
        """
        INSERT INTO import_run (id, kind, file, actor, begun_at, heard_at, size, done, rows_read, created, updated, unchanged, refused,
            refusals)
        VALUES (\(id), \(kind), \(String(file.prefix(200))), \(actor.origin.actor), \(now), \(now), \(size), 0, 0, 0, 0, 0, 0, '[]')
        """)
    try Audit.record("import.begun", about: id, by: actor, in: transaction, world: world)
    return id
}
