import Database
import Essentials
import Places
import Staff

/// Lets the web shop and the oldest tills sell from locations that have just come into the shop, behind those that
/// they sell from already. What a merchant took out of a channel stays out, since it is not new.
///
/// - Throws: `ChannelsRefusal.unknownLocation`, `.archivedLocation` of the new ones; `StaffRefusal.forbidden` without a
///   manager's role everywhere.
public func sellFromNewLocations(_ new: [Location.ID], by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.manager)
    let new = try Channel.sellable(new, in: transaction)
    guard !new.isEmpty else { return }
    let directory = ChannelDirectory(try Channel.all(in: transaction))
    for id in [directory.webShop, directory.first(.till)].compactMap({ $0?.id }).sorted() {
        let channel = try Channel.lock(id, in: transaction)
        let locations = channel.locations + new.filter { !channel.sells(from: $0) }
        _ = try channel.putLocations(locations, by: actor.origin, in: transaction, world: world)
    }
}
