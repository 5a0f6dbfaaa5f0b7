import Catalog
import Channels
import Database
import Essentials
import Foundation
import Places
import Web

/// A place that shoppers can walk into.
struct Store: Sendable {
    let id: Location.ID
    let code: String
    let name: String
    let city: String
    let point: Point?
}

extension Store {
    init(_ location: Location) {
        self.init(
            id: location.id, code: location.code, name: location.name, city: location.address.city, point: location.coordinates)
    }
}

/// What whoever runs the shop says of it at the start.
struct Looks: Sendable {
    /// `https://shop.example`, without a slash at the end; empty when nobody said where it is to be found.
    var site = ""
    var theme = Theme()
}

/// What the shop knows of itself before it looks at anything for sale: its channel and the way to its collections.
struct WebShop: Sendable {
    let channel: Channel
    let menu: [Link]
    /// The zone in which it tells times: its first location's.
    let timeZone: TimeZone
    /// ISO 3166-1, two letters: where it is at home, which is where most of its shoppers are; empty when it has no place yet.
    let country: String
    /// Those of its locations that shoppers can walk into, by name.
    let stores: [Store]
    let storeIDs: Set<Location.ID>
    var looks: Looks
    /// What other pages have read of the catalogue, for those that begin to read after this.
    var lists: KnownLists.Mark

    /// How many collections the menu names; the front page shows them all.
    private static let menuLength = 7

    /// - Throws: `StorefrontRefusal.closed` when no channel sells on the web.
    static func load(in snapshot: Snapshot, looks: Looks = Looks(), lists: KnownLists.Mark) throws -> WebShop {
        let directory = try ChannelDirectory.load(in: snapshot)
        let named = directory[handle: "web"].flatMap { $0.kind == .web ? $0 : nil }
        guard let channel = named ?? directory.first(.web) else { throw StorefrontRefusal.closed }
        let collections = try CollectionDetail.page(limit: menuLength, language: channel.language, in: snapshot)
        let locations = try Location.find(channel.locations, in: snapshot)
        let first = channel.locations.first.flatMap { locations[$0] }
        let stores = locations.values.filter { $0.kind == .store && !$0.isArchived }.map(Store.init)
        return WebShop(
            channel: channel, menu: collections.map { Link(title: $0.title.text, path: "/collections/" + $0.collection.handle) },
            timeZone: first.flatMap { TimeZone(identifier: $0.timeZone.name) } ?? .gmt,
            country: first?.address.country ?? Locale(identifier: channel.language).region?.identifier ?? "",
            stores: stores.sorted { $0.name < $1.name }, storeIDs: Set(stores.map(\.id)), looks: looks, lists: lists)
    }

    func isStore(_ location: Location.ID) -> Bool { storeIDs.contains(location) }

    func frame(cart: Corner, path: String = "", query: String = "") -> Frame {
        let menu = menu.map { Link(title: $0.title, path: $0.path, isHere: $0.path == path) }
        return Frame(
            shop: channel.name, site: looks.site, theme: looks.theme, language: channel.language, menu: menu, cart: cart, query: query,
            path: path)
    }

    /// A page or picture of this shop as the world outside knows it.
    func address(_ path: String) -> String { path.hasPrefix("/") ? looks.site + path : path }

    func trail(through steps: [Link] = [], to here: String) -> Trail {
        Trail(steps: [Link(title: channel.name, path: "/")] + steps, here: here)
    }

    /// A moment as the shop's people say it.
    func said(_ instant: Instant) -> String {
        var style = Date.FormatStyle(date: .long, time: .shortened, locale: Locale(identifier: channel.language))
        style.timeZone = timeZone
        return instant.date.formatted(style)
    }
}
