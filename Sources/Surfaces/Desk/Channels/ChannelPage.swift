import Catalog
import Channels
import Database
import Essentials
import Places
import Web

/// One channel: what it is, how much of the stock it shows, where it sells from.
struct ChannelPage: DeskPage {
    /// So many of its locations are shown with their names; all of them are in the form.
    static let shown = 30

    let frame: Frame
    let channel: Channel
    let lists: [Choice]
    let places: [LocationRow]
    /// The web shop that shoppers see instead of this one; `nil` when it is this one, or this is none.
    let other: String?
    var settings: Form
    var rule: Form
    var locations: Form
    /// Somebody else was first.
    var isStale = false

    init(_ visit: Visit, _ id: Channel.ID, in snapshot: some Reading) throws {
        guard let channel = try Channel.find(id, in: snapshot) else { throw ChannelsRefusal.unknownChannel }
        let codes = try Location.codes(of: channel.locations, in: snapshot)
        let shown = channel.locations.prefix(Self.shown)
        let known = try Location.find(shown, in: snapshot)
        frame = visit.frame(.channels)
        self.channel = channel
        other = channel.kind == .web ? try ChannelDirectory.load(in: snapshot).webShop.flatMap { $0.id == id ? nil : $0.name } : nil
        lists = try Self.lists(chosen: channel.priceList, in: snapshot)
        places = shown.compactMap { known[$0] }.map { LocationRow($0, at: visit.now, language: visit.language) }
        settings = Form(ChannelForms.settings(channel))
        rule = Form(ChannelForms.rule(channel.rule))
        locations = Form(["locations": channel.locations.compactMap { codes[$0] }.joined(separator: "\n")])
    }

    static func lists(chosen: PriceList.ID?, in snapshot: some Reading) throws -> [Choice] {
        try PriceList.all(in: snapshot).map {
            Choice(value: $0.id.description, label: "\($0.name) (\($0.currency.code))", isChosen: $0.id == chosen)
        }
    }

    private var general: Sentence? {
        [settings, rule, locations].lazy.compactMap(\.general).first
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.channel.id.description, "name": \.channel.name, "version": \.channel.version,
        "kind": { Chosen($0.channel.kind.rawValue) }, "stock": { Chosen($0.channel.stock.rawValue) }, "lists": \.lists,
        "isArchived": \.channel.isArchived, "places": \.places, "count": \.channel.locations.count,
        "more": { $0.channel.locations.count > Self.shown ? $0.channel.locations.count - Self.shown : nil as Int? },
        "settings": \.settings, "rule": \.rule, "locations": \.locations, "general": \.general, "isStale": \.isStale,
        "hasNoPlace": \.channel.locations.isEmpty, "otherShop": \.other,
    ]
}

/// The form of a channel that is to be.
struct NewChannelPage: DeskPage {
    let frame: Frame
    let lists: [Choice]
    let form: Form

    init(_ visit: Visit, form: Form? = nil, in snapshot: some Reading) throws {
        frame = visit.frame(.channels)
        self.form = form ?? Form(["kind": Channel.Kind.web.rawValue, "language": "en", "stock": Channel.Stock.linked.rawValue])
        lists = try ChannelPage.lists(chosen: form.flatMap { PriceList.ID($0["list"]) }, in: snapshot)
    }

    static let answers: Answers = [
        "frame": \.frame, "lists": \.lists, "f": \.form, "notices": \.form.notices, "hasNoList": \.lists.isEmpty,
    ]
}
