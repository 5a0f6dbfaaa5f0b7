import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// Why a channel shows the number that it shows: the chain from what is on the shelves, each step with its source.
struct WhyPage: DeskPage {
    let frame: Frame
    let name: VariantName
    let channels: [Choice]
    let channel: Channel
    let steps: [StepRow]
    let quantity: Int64
    let mayBeOwed: Bool

    init(_ visit: Visit, _ id: Variant.ID, in snapshot: some Reading) throws {
        let channels = try Channel.all(in: snapshot)
        let wanted = try visit.query.idIfAny("channel", of: Channel.self)
        guard let channel = wanted == nil ? channels.first : channels.first(where: { $0.id == wanted }) else {
            throw ChannelsRefusal.unknownChannel
        }
        let explanation = try explain(id, on: channel, in: snapshot)
        let places = try Location.find(Set(explanation.steps.compactMap(\.source.location)), in: snapshot)
        frame = visit.frame(.stock)
        name = try VariantName(id, in: snapshot)
        self.channel = channel
        self.channels = channels.map { Choice(value: $0.id.description, label: $0.name, isChosen: $0.id == channel.id) }
        steps = explanation.steps.map { StepRow($0, of: id, on: channel, place: $0.source.location.flatMap { places[$0] }) }
        quantity = explanation.quantity
        mayBeOwed = explanation.mayBeOwed
    }

    static let answers: Answers = [
        "frame": \.frame, "what": \.name, "channels": \.channels, "channel": \.channel.name, "channelID": \.channel.id.description,
        "steps": \.steps, "quantity": \.quantity, "isEmpty": \.steps.isEmpty, "isApart": { $0.channel.stock == .apart },
        "sellsNowhere": \.channel.locations.isEmpty, "mayBeOwed": \.mayBeOwed,
    ]
}

/// One step of the chain.
struct StepRow: Shown {
    let word: String
    let change: Int64
    let remaining: Int64
    let place: String?
    /// What the rule says: a percentage, a number of units.
    let bound: Int64?
    let taken: Int64?
    /// The way to what is behind the step.
    let address: String?

    init(_ step: StockExplanation.Step, of variant: Variant.ID, on channel: Channel, place: Location?) {
        change = step.change
        remaining = step.remaining
        self.place = place?.name
        let pool = channel.pool == 0 ? nil : channel.id.description
        let ledger = { (state: StockState) in
            Fields.link(
                "/desk/stock/\(variant)/ledger",
                ["location": step.source.location?.description, "state": StateName.word(state), "pool": pool])
        }
        let shelf = step.source.location.map { Fields.link("/desk/stock/\(variant)/at/\($0)", ["pool": pool]) }
        let rule = "/desk/channels/\(channel.id)"
        switch step.source {
        case .onHand: (word, bound, taken, address) = ("onHand", nil, nil, shelf)
        case .committed: (word, bound, taken, address) = ("committed", nil, nil, ledger(.committed))
        case .setAside(_, let state): (word, bound, taken, address) = (StateName.word(state), nil, nil, ledger(state))
        case .held: (word, bound, taken, address) = ("held", nil, nil, shelf)
        case .buffer: (word, bound, taken, address) = ("buffer", nil, nil, rule)
        case .overdrawn: (word, bound, taken, address) = ("overdrawn", nil, nil, shelf)
        case .stopAt(let units): (word, bound, taken, address) = ("stopAt", units, nil, rule)
        case .share(let percent, let used): (word, bound, taken, address) = ("share", Int64(percent), used, rule)
        case .cap(let units, let used): (word, bound, taken, address) = ("cap", units, used, rule)
        }
    }

    static let answers: Answers = [
        "step": { Chosen($0.word) }, "change": { $0.change > 0 ? "+\($0.change)" : "−\($0.change.magnitude)" }, "rest": \.remaining,
        "isLess": { $0.change < 0 }, "place": \.place, "bound": \.bound, "taken": \.taken, "address": \.address,
    ]
}

extension StockExplanation.Step.Source {
    /// The location that the step is about; `nil` when it is about the channel as a whole.
    var location: Location.ID? {
        switch self {
        case .onHand(let location), .committed(let location), .setAside(let location, _), .held(let location), .buffer(let location),
            .overdrawn(let location):
            location
        case .stopAt, .share, .cap: nil
        }
    }
}

extension Desk {
    func showWhy(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Variant.self)
        return try templates.response(try await database.read { try WhyPage(visit, id, in: $0) })
    }
}
