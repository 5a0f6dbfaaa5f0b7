import Database
import Essentials
import Feed
import Places
import Staff

/// Opens a channel. Its kind stays; everything else can be changed later.
///
/// - Throws: `ChannelsRefusal` for what cannot be, `.handleTaken` also by an archived channel;
///   `CatalogRefusal.unknownPriceList`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func createChannel(
    _ kind: Channel.Kind, _ settings: ChannelSettings, sellingFrom locations: [Location.ID] = [], rule: StockRule = .none,
    stock: Channel.Stock = .linked, by actor: Actor, in transaction: Transaction, world: World
) throws -> Channel {
    try actor.require(.manager)
    try rule.check()
    let settings = try settings.checked(in: transaction)
    let locations = try Channel.sellable(locations, in: transaction)
    let row = try transaction.row(
        """
        INSERT INTO channel (id, kind, handle, name, purpose, currency, language, price_list, share_percent, buffer, cap, stop_at,
            stock, version, created_at, updated_at)
        VALUES (\(world.id(Channel.self)), \(kind), \(settings.handle), \(settings.name), \(settings.purpose),
            \(settings.currency.code), \(settings.language), \(settings.priceList), \(rule.sharePercent), \(rule.buffer),
            \(rule.cap), \(rule.stopAt), \(stock), 1, \(world.now), \(world.now))
        ON CONFLICT (handle) DO NOTHING
        RETURNING \(sql: ChannelRow.columns)
        """, as: ChannelRow.self)
    guard let row else { throw ChannelsRefusal.handleTaken(settings.handle) }
    let channel = Channel(row, locations: locations)
    try channel.insertLocations(in: transaction)
    try ChannelCreated(channel: channel.id, kind: kind.rawValue).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("channel.created", about: channel.id, by: actor, in: transaction, world: world)
    return channel
}
