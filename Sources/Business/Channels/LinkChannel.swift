import Database
import Essentials
import Feed
import Staff

/// Lets a channel sell the stock that all linked channels share. Doing it twice is doing it once.
///
/// This is the setting only: what becomes of the stock that was set aside for it is Inventory's, which follows the fact.
/// - Throws: `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func linkChannel(_ id: Channel.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, in: transaction)
    guard channel.stock == .apart else { return channel }
    let linked = try channel.put("stock = \(Channel.Stock.linked)", at: world.now, in: transaction)
    try ChannelLinked(channel: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
    return linked
}
