import Database
import Essentials
import Feed
import Staff

/// Lets a channel sell only what is set aside for it. Doing it twice is doing it once.
///
/// - Throws: `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func unlinkChannel(_ id: Channel.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, in: transaction)
    guard channel.stock == .linked else { return channel }
    let apart = try channel.put("stock = \(Channel.Stock.apart)", at: world.now, in: transaction)
    try ChannelUnlinked(channel: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
    return apart
}
