import Catalog
import Channels
import Database
import Essentials
import Places
import Staff

/// What a shop needs before anything can be sold: a price list, a web channel and a till channel.
///
/// An import into an empty database makes them, so that what was imported is sold at once; a shop that has any of its own
/// keeps it. Of several price lists it is the leading one.
struct ShopFoundation: Sendable {
    let prices: PriceList
    let web: Channel
    let till: Channel

    /// What a shop sells in when nobody says otherwise.
    static let currency = "EUR"

    static func lay(in database: any Database, currency: Currency, world: World) async throws -> ShopFoundation {
        let actor = Actor.system("setup")
        return try await database.write { transaction in
            let channels = try ChannelDirectory.load(in: transaction)
            let prices =
                try PriceList.leading(in: transaction)
                ?? createPriceList(name: "Retail", currency: currency, by: actor, in: transaction, world: world)
            func channel(_ kind: Channel.Kind, _ handle: String, _ name: String) throws -> Channel {
                if let channel = channels.first(kind) { return channel }
                let locations = try Location.all(in: transaction).map(\.id)
                let settings = ChannelSettings(
                    handle: handle, name: name, currency: prices.currency, language: "en", priceList: prices.id)
                return try createChannel(kind, settings, sellingFrom: locations, by: actor, in: transaction, world: world)
            }
            return try ShopFoundation(prices: prices, web: channel(.web, "web", "Web shop"), till: channel(.till, "till", "Tills"))
        }
    }
}
