import Database
import Essentials
import Feed
import Staff

/// Takes an archived channel into use again. Doing it twice is doing it once.
///
/// - Throws: `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func reopenChannel(_ id: Channel.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, in: transaction)
    guard channel.isArchived else { return channel }
    let reopened = try channel.put("archived_at = NULL", at: world.now, in: transaction)
    try ChannelReopened(channel: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.reopened", about: id, by: actor, in: transaction, world: world)
    return reopened
}
