import Catalog
import Channels
import Content
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
    var hours = OpeningHours.none
    var timeZone = IANATimeZone.utc
}

extension Store {
    init(_ location: Location) {
        self.init(
            id: location.id, code: location.code, name: location.name, city: location.address.city, point: location.coordinates,
            hours: location.hours, timeZone: location.timeZone)
    }
}

/// What whoever runs the shop says of it at the start.
struct Looks: Sendable {
    /// `https://shop.example`, without a slash at the end; empty when nobody said where it is to be found.
    var site = ""
    var theme = Theme()
    /// What it says, and in which languages.
    var texts = Texts()
}

/// What the shop knows of itself before it looks at anything for sale: its channel and the way to its collections.
struct WebShop: Sendable {
    let channel: Channel
    /// BCP 47: what it is read in; its channel's own unless somebody reads it in another.
    var language: String
    let menu: [Link]
    /// What it promises of deliveries and of its shops.
    let guide: SaidGuide
    /// The zone in which it tells times: its first location's.
    let timeZone: TimeZone
    /// ISO 3166-1, two letters: where it is at home, which is where most of its shoppers are; empty when it has no place yet.
    let country: String
    /// Those of its locations that shoppers can walk into, by name.
    let stores: [Store]
    let storesByID: [Location.ID: Store]
    var looks: Looks
    /// Where its addresses begin while somebody looks at it in another theme; empty for shoppers.
    var preview = ""
    /// What other pages have read of the catalogue, for those that begin to read after this.
    var lists: KnownLists.Mark

    /// How many collections the menu names; the front page shows them all.
    private static let menuLength = 7

    /// - Throws: `StorefrontRefusal.closed` when no channel sells on the web.
    static func load(
        in snapshot: Snapshot, looks: Looks = Looks(), language: String? = nil, lists: KnownLists.Mark
    ) throws -> WebShop {
        guard let channel = try ChannelDirectory.load(in: snapshot).webShop else { throw StorefrontRefusal.closed }
        let guide = try SaidGuide.find(channel.id, language: language, in: snapshot)
        let collections = try menu(of: guide.guide, language: language ?? channel.language, in: snapshot)
        let locations = try Location.find(channel.locations, in: snapshot)
        let first = channel.locations.first.flatMap { locations[$0] }
        let stores = locations.values.filter { $0.kind == .store && !$0.isArchived }.map(Store.init)
        return WebShop(
            channel: channel, language: language ?? channel.language,
            menu: collections.map {
                Link(
                    title: $0.title.text, path: "/collections/" + $0.collection.handle,
                    tongue: marked($0.title.language, of: channel, in: language ?? channel.language))
            },
            guide: guide, timeZone: first.flatMap { TimeZone(identifier: $0.timeZone.name) } ?? .gmt,
            country: first?.address.country ?? Locale(identifier: channel.language).region?.identifier ?? "",
            stores: stores.sorted { $0.name < $1.name },
            storesByID: Dictionary(stores.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }), looks: looks, lists: lists)
    }

    /// The collections that the merchant chose, in that order; the first by title when nobody has.
    private static func menu(of guide: ShopGuide, language: String, in snapshot: Snapshot) throws -> [CollectionDetail] {
        guard !guide.menu.isEmpty else { return try CollectionDetail.page(limit: menuLength, language: language, in: snapshot) }
        let found = try CollectionDetail.find(handles: guide.menu, language: language, in: snapshot)
        let byHandle = Dictionary(found.map { ($0.collection.handle, $0) }, uniquingKeysWith: { first, _ in first })
        return guide.menu.compactMap { byHandle[$0] }
    }

    /// Where a collection stands in the menu; behind all that do when it does not.
    func place(inMenu collection: Catalog.Collection) -> Int {
        menu.firstIndex { $0.path == "/collections/" + collection.handle } ?? .max
    }

    func isStore(_ location: Location.ID) -> Bool { storesByID[location] != nil }

    func frame(cart: Corner, path: String = "", query: String = "") -> Frame {
        let menu = menu.map { Link(title: $0.title, path: $0.path, tongue: $0.tongue, isHere: $0.path == path) }
        return Frame(
            shop: channel.name, site: looks.site, theme: looks.theme, language: language, home: tongue.home, languages: languages(of: path),
            menu: menu, cart: cart, query: query, path: path)
    }

    var tongue: Tongue { Tongue(language: language, home: preview + (language == channel.language ? "" : "/" + language)) }

    /// The same shop for somebody who reads another language; what it had read before stays as it is.
    func read(in language: String) -> WebShop {
        var shop = self
        shop.language = language
        return shop
    }

    /// Those that have addresses of their own beside its own language at the plain ones.
    var otherLanguages: [String] {
        let base = channel.language.prefix { $0 != "-" }
        return looks.texts.languages.filter { $0 != base && $0 != channel.language }
    }

    /// Its own language first.
    private func languages(of path: String) -> [LanguageLink] {
        ([channel.language] + otherLanguages).map { tag in
            LanguageLink(
                spoken: SpokenLanguage(tag, isHere: tag == language),
                address: looks.site + (tag == channel.language ? "" : "/" + tag) + path)
        }
    }

    /// A picture of this shop as the world outside knows it.
    func address(_ path: String) -> String { path.hasPrefix("/") ? looks.site + path : path }

    /// A page of it, in the language that it is read in.
    func page(_ path: String) -> String { looks.site + tongue.home + path }

    func trail(through steps: [Link] = [], to here: String) -> Trail {
        Trail(steps: [Link(title: channel.name, path: "/")] + steps, here: here)
    }

    /// A text that stands in no template, in the language that the shop is read in.
    func say(_ sentence: Sentence) -> String { looks.texts.say(sentence, in: language) }

    /// The language that a text of the catalogue has to be marked with, because it is another than the page's.
    /// - Parameter translation: the language of a translation; `nil` for the original.
    func marked(_ translation: String?) -> String? {
        Self.marked(translation, of: channel, in: language)
    }

    private static func marked(_ translation: String?, of channel: Channel, in language: String) -> String? {
        let real = translation ?? channel.language
        return real == language ? nil : real
    }

    /// A moment as the shop's people say it.
    func said(_ instant: Instant) -> String {
        var style = Date.FormatStyle(date: .long, time: .shortened, locale: Locale(identifier: language))
        style.timeZone = timeZone
        return instant.date.formatted(style)
    }
}
