import Database
import Essentials
import Feed
import Staff

/// Puts a channel away: it keeps its handle and its past, and sells no more. Doing it twice is doing it once.
///
/// - Throws: `ChannelsRefusal.unknownChannel`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func archiveChannel(_ id: Channel.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, in: transaction)
    guard !channel.isArchived else { return channel }
    let archived = try channel.put("archived_at = \(world.now)", at: world.now, in: transaction)
    try ChannelArchived(channel: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.archived", about: id, by: actor, in: transaction, world: world)
    return archived
}
