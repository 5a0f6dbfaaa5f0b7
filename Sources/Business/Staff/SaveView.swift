import Database
import Essentials

/// Keeps the filters of a list under a name; the same name once more means the new filters.
/// - Throws: `StaffRefusal.nameMissing`, `nameLong`; `tooManyViews`; `forbidden` for whoever has no role.
@discardableResult
public func saveView(
    _ name: String, of list: String, query: String, by actor: Actor, in transaction: Transaction, world: World
) throws -> SavedView {
    try actor.requireSomewhere(.associate)
    let name = try StaffProfile.trimmed(name)
    try transaction.enter("staff.saved_view")
    let others = try transaction.value(
        "SELECT count(*) FROM saved_view WHERE list = \(list) AND name_key <> \(name.folded)", as: Int.self)
    guard others ?? 0 < SavedView.most else { throw StaffRefusal.tooManyViews }
    let view: SavedView? = try transaction.row(
        """
        INSERT INTO saved_view (id, list, name, name_key, query) VALUES (\(world.id(SavedView.self)), \(list), \(name), \(name.folded), \(query))
        ON CONFLICT (list, name_key) DO UPDATE SET name = EXCLUDED.name, query = EXCLUDED.query
        RETURNING id, list, name, query
        """)
    guard let view else { throw DatabaseFault.engine("a view was not kept") }
    return view
}

/// Forgets a saved view; one that is gone already changes nothing.
/// - Throws: `StaffRefusal.forbidden` for whoever has no role.
public func forgetView(_ id: SavedView.ID, by actor: Actor, in transaction: Transaction) throws {
    try actor.requireSomewhere(.associate)
    try transaction.run("DELETE FROM saved_view WHERE id = \(id)")
}
