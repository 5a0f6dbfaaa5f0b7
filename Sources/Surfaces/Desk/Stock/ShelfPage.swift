import Catalog
import Channels
import Database
import Essentials
import Inventory
import Places
import Web

/// One variant at one location: what is there, and all that a person can do about it.
struct ShelfPage: DeskPage {
    let frame: Frame
    let name: VariantName
    let place: Location
    /// Whose own stock it is; `nil` for what is shared.
    let channel: Channel?
    let apart: [ChannelName]
    /// Whose stock units may be moved to.
    let owners: [Choice]
    let level: StockLevel
    let isCountDue: Bool
    let mayChange: Bool
    var receipt = Form()
    var count: Form
    var move = Form()
    var aside = Form(["from": "available", "to": "damaged"])

    init(_ visit: Visit, pool: Channel.ID? = nil, in snapshot: some Reading) throws {
        let variant = try visit.id(of: Variant.self)
        let id = try visit.id("location", of: Location.self)
        guard let place = try Location.find(id, in: snapshot) else { throw PlacesRefusal.unknownLocation }
        let pool = try pool ?? visit.query.idIfAny("pool", of: Channel.self)
        let channels = try Channel.all(in: snapshot)
        let level = try StockLevel.find(variant, at: id, pool: pool?.bits ?? 0, in: snapshot)
        frame = visit.frame(.stock)
        name = try VariantName(variant, in: snapshot)
        self.place = place
        channel = channels.first { $0.id == pool }
        apart = channels.filter { $0.stock == .apart }.map(ChannelName.init)
        owners = channels.filter { $0.stock == .apart }.map {
            Choice(value: $0.id.description, label: $0.name, isChosen: $0.id == pool)
        }
        self.level = level
        isCountDue = try CountDue.isOwed(variant, at: id, pool: pool?.bits ?? 0, in: snapshot)
        mayChange = visit.actor.may(.associate, at: id.bits)
        count = Form(["seen": String(level.onHand), "quantity": "", "reason": AdjustmentReason.counted.rawValue])
    }

    private var general: Sentence? {
        [receipt, count, move, aside].lazy.compactMap(\.general).first
    }

    private var path: String { "/desk/stock/\(name.variant.id)/at/\(place.id)" }

    private func ledger(_ state: StockState) -> String {
        Fields.link(
            "/desk/stock/\(name.variant.id)/ledger",
            ["location": place.id.description, "state": StateName.word(state), "pool": channel?.id.description])
    }

    private var states: [StateRow] {
        StockState.allCases.map { StateRow(state: StateName.word($0), units: level.of($0), ledger: ledger($0)) }
    }

    static let answers: Answers = [
        "frame": \.frame, "what": \.name, "place": \.place.name, "code": \.place.code, "placeID": \.place.id.description, "path": \.path,
        "channel": \.channel?.name, "pool": \.channel?.id.description, "apart": \.apart, "owners": \.owners,
        "isApart": { $0.channel != nil },
        "hasApart": { !$0.apart.isEmpty }, "onHand": \.level.onHand, "free": \.level.free, "held": \.level.held, "states": \.states,
        "isCountDue": \.isCountDue, "mayChange": \.mayChange, "receipt": \.receipt, "count": \.count, "move": \.move, "aside": \.aside,
        "general": \.general, "isArchived": \.place.isArchived,
    ]
}

/// How many units are in one state, and the way to the entries behind that number.
struct StateRow: Shown {
    let state: String
    let units: Int64
    let ledger: String

    static let answers: Answers = ["state": { Chosen($0.state) }, "units": \.units, "ledger": \.ledger, "isNone": { $0.units == 0 }]
}

/// The words by which addresses and templates name the states of stock.
enum StateName {
    static func word(_ state: StockState) -> String { "\(state)" }
    static func state(_ word: String) -> StockState? { StockState.allCases.first { "\($0)" == word } }
}
