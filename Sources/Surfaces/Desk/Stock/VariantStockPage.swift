import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// Where a variant lies, location by location, and which channels show it.
struct VariantStockPage: DeskPage {
    /// So many locations are shown at a time, those with the most on hand first.
    static let length = 100

    let frame: Frame
    let name: VariantName
    let total: StockTotal
    let rows: [LevelRow]
    let count: Int
    let channels: [ChannelName]
    let form: Form

    init(_ visit: Visit, _ id: Variant.ID, form: Form = Form(), in snapshot: some Reading) throws {
        let levels = try StockLevel.of([id], in: snapshot).sorted { ($0.onHand, $1.location) > ($1.onHand, $0.location) }
        let shown = levels.prefix(Self.length)
        let places = try Location.find(Set(shown.map(\.location)), in: snapshot)
        let channels = try Channel.all(in: snapshot)
        frame = visit.frame(.stock)
        name = try VariantName(id, in: snapshot)
        total = try StockTotal.of([id], in: snapshot)[id] ?? StockTotal(variant: id)
        rows = shown.map { level in
            LevelRow(level: level, place: places[level.location], channel: channels.first { $0.pool != 0 && $0.pool == level.pool })
        }
        count = levels.count
        self.channels = channels.map(ChannelName.init)
        self.form = form
    }

    static let answers: Answers = [
        "frame": \.frame, "what": \.name, "onHand": \.total.onHand, "free": \.total.free, "held": \.total.held,
        "committed": { $0.total.of(.committed) }, "damaged": { $0.total.of(.damaged) }, "quality": { $0.total.of(.quality) },
        "transit": { $0.total.of(.transit) }, "rows": \.rows, "isEmpty": \.rows.isEmpty, "channels": \.channels, "f": \.form,
        "more": { $0.count > Self.length ? $0.count - Self.length : nil as Int? }, "hasNoChannel": \.channels.isEmpty,
    ]
}

/// What is at one location.
struct LevelRow: Shown {
    let level: StockLevel
    let place: Location?
    /// Whose own stock it is; `nil` for what is shared.
    let channel: Channel?

    private var address: String {
        Fields.link(
            "/desk/stock/\(level.variant)/at/\(level.location)",
            ["pool": level.pool == 0 ? nil : Channel.ID(bits: level.pool).description])
    }

    static let answers: Answers = [
        "address": \.address, "place": { $0.place?.name ?? $0.level.location.description }, "code": \.place?.code,
        "channel": \.channel?.name,
        "onHand": \.level.onHand, "free": \.level.free, "held": \.level.held, "committed": { $0.level.of(.committed) },
        "damaged": { $0.level.of(.damaged) }, "quality": { $0.level.of(.quality) }, "leased": { $0.level.of(.leased) },
        "transit": { $0.level.of(.transit) },
    ]
}

extension Desk {
    func showVariantStock(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Variant.self)
        return try templates.response(try await database.read { try VariantStockPage(visit, id, in: $0) })
    }

    /// From a location's number to what is there.
    func acceptShelf(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Variant.self)
        let form = try await visit.form()
        return try await answer {
            let code = try form.text("location", upTo: 40)
            let place = try await database.read { try Self.place(code, in: $0) }
            return place.map { "/desk/stock/\(id)/at/\($0)" } ?? "/desk/stock/\(id)"
        } orShow: { notices in
            try await database.read { try VariantStockPage(visit, id, form: Form(typed: form, notices: notices), in: $0) }
        }
    }
}
