import Database
import Essentials
import Staff

/// Sets how much of the stock a channel may show and sell, if nobody changed it since `version` was read.
///
/// - Throws: `ChannelsRefusal.share`, `.negative`, `.changedMeanwhile`, `.unknownChannel`; `StaffRefusal.forbidden`
///   without a manager's role everywhere.
public func setStockRule(
    of id: Channel.ID, to rule: StockRule, version: Int, by actor: Actor, in transaction: Transaction, world: World
) throws -> Channel {
    try actor.require(.manager)
    try rule.check()
    let channel = try Channel.lock(id, version: version, in: transaction)
    guard rule != channel.rule else { return channel }
    let updated = try channel.put(
        """
        share_percent = \(rule.sharePercent), buffer = \(rule.buffer), cap = \(rule.cap), stop_at = \(rule.stopAt)
        """, at: world.now, in: transaction)
    try updated.recordUpdate(["rule"], by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
    return updated
}
