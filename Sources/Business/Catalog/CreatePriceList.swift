import Database
import Essentials
import Staff

/// Adds an empty price list in one currency; what is sold by it is what gets a price on it.
/// - Throws: `CatalogRefusal.titleMissing`; `CatalogRefusal.handleTaken` when another list has the handle;
///   `StaffRefusal.forbidden` below manager.
@discardableResult
public func createPriceList(
    name: String, handle: String? = nil, currency: Currency, by actor: Actor, in transaction: Transaction, world: World
) throws -> PriceList {
    try actor.require(.manager)
    let name = name.trimmed
    guard !name.isEmpty else { throw CatalogRefusal.titleMissing }
    guard let handle = (handle ?? name).asHandle.nonEmpty, handle.utf8.count <= ProductLimits.word else {
        throw CatalogRefusal.handleInvalid(handle ?? name)
    }
    let list = PriceList(id: world.id(), handle: handle, name: name, currency: currency, createdAt: world.now)
    let inserted = try transaction.rowsChanged(
        by: """
            INSERT INTO price_list (id, handle, name, currency, created_at)
            VALUES (\(list.id), \(list.handle), \(list.name), \(list.currency.code), \(list.createdAt))
            ON CONFLICT (handle) DO NOTHING
            """)
    guard inserted == 1 else { throw CatalogRefusal.handleTaken(handle) }
    try Audit.record("price_list.created", about: list.id, by: actor, in: transaction, world: world)
    return list
}
