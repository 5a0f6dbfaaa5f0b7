import Database
import Essentials

/// Writes down that a session is still used, so that its idle time begins anew. For sessions that are due.
public func seeCustomerSession(_ id: CustomerSession.ID, in transaction: Transaction, world: World) throws {
    let now = world.now
    try transaction.run("UPDATE customer_session SET seen_at = \(now) WHERE id = \(id) AND seen_at < \(now)")
}
