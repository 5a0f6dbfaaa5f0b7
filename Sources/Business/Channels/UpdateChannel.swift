import Database
import Essentials
import Feed
import Staff

/// Changes what a channel says of itself, if nobody changed it since `version` was read. Settings that change nothing
/// leave the version and the feed alone.
///
/// - Throws: `ChannelsRefusal.changedMeanwhile`, `.handleTaken`, `.unknownChannel` and for what cannot be;
///   `CatalogRefusal.unknownPriceList`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func updateChannel(
    _ id: Channel.ID, to settings: ChannelSettings, version: Int, by actor: Actor, in transaction: Transaction, world: World
) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, version: version, in: transaction)
    let settings = try settings.checked(in: transaction)
    let changed = settings.changes(to: channel.settings)
    guard !changed.isEmpty else { return channel }
    if settings.handle != channel.handle, try Channel.find(handle: settings.handle, in: transaction) != nil {
        throw ChannelsRefusal.handleTaken(settings.handle)
    }
    let updated = try channel.put(
        """
        handle = \(settings.handle), name = \(settings.name), purpose = \(settings.purpose), currency = \(settings.currency.code),
        language = \(settings.language), price_list = \(settings.priceList)
        """, at: world.now, in: transaction)
    try updated.recordUpdate(changed, by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
    return updated
}

extension ChannelSettings {
    /// The names of what is different in `other`, as `ChannelUpdated` tells them.
    fileprivate func changes(to other: ChannelSettings) -> [String] {
        let differences: [(String, Bool)] = [
            ("handle", handle != other.handle), ("name", name != other.name), ("purpose", purpose != other.purpose),
            ("currency", currency != other.currency), ("language", language != other.language),
            ("price_list", priceList != other.priceList),
        ]
        return differences.filter(\.1).map(\.0)
    }
}
