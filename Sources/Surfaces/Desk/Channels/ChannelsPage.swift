import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Web

/// Where the retailer meets customers.
struct ChannelsPage: DeskPage {
    let frame: Frame
    let withArchived: Bool
    let rows: [ChannelRow]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let withArchived = visit.query.has("archived")
        let lists = Dictionary(uniqueKeysWithValues: try PriceList.all(in: snapshot).map { ($0.id, $0.name) })
        frame = visit.frame(.channels)
        self.withArchived = withArchived
        rows = try Channel.all(in: snapshot, archived: withArchived).map { ChannelRow(channel: $0, list: lists[$0.priceList]) }
    }

    static let answers: Answers = [
        "frame": \.frame, "withArchived": \.withArchived, "rows": \.rows, "isEmpty": \.rows.isEmpty,
    ]
}

struct ChannelRow: Shown {
    let channel: Channel
    let list: String?

    static let answers: Answers = [
        "id": \.channel.id.description, "name": \.channel.name, "purpose": \.channel.purpose, "currency": \.channel.currency.code,
        "language": \.channel.language, "list": \.list, "kind": { Chosen($0.channel.kind.rawValue) },
        "stock": { Chosen($0.channel.stock.rawValue) }, "places": \.channel.locations.count, "isArchived": \.channel.isArchived,
        "hasRule": { $0.channel.rule != .none },
    ]
}

/// A channel where only its name is wanted.
struct ChannelName: Shown {
    let id: String
    let name: String

    init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    init(_ channel: Channel) {
        self.init(id: channel.id.description, name: channel.name)
    }

    static let answers: Answers = ["id": \.id, "name": \.name]
}

extension Desk {
    func showChannels(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ChannelsPage(visit, in: $0) })
    }
}
