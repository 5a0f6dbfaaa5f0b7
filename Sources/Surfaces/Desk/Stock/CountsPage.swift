import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// The shelves that must be counted, the longest waiting first.
struct CountsPage: DeskPage {
    static let length = 100

    let frame: Frame
    let place: Location?
    let rows: [CountRow]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let id = try visit.query.idIfAny("location", of: Location.self)
        let due = try CountDue.all(at: id, limit: Self.length, in: snapshot)
        let names = try VariantName.of(due.map(\.variant), in: snapshot)
        let places = try Location.find(Set(due.map(\.location) + [id].compactMap(\.self)), in: snapshot)
        frame = visit.frame(.stock)
        place = id.flatMap { places[$0] }
        rows = due.map { CountRow(due: $0, name: names[$0.variant], place: places[$0.location], since: Moment($0.since, visit.language)) }
    }

    static let answers: Answers = ["frame": \.frame, "place": \.place?.name, "rows": \.rows, "isEmpty": \.rows.isEmpty]
}

struct CountRow: Shown {
    let due: CountDue
    let name: VariantName?
    let place: Location?
    let since: Moment

    private var address: String {
        Fields.link(
            "/desk/stock/\(due.variant)/at/\(due.location)", ["pool": due.pool == 0 ? nil : Channel.ID(bits: due.pool).description])
    }

    static let answers: Answers = [
        "address": \.address, "what": \.name, "place": \.place?.name, "missing": \.due.missing, "since": \.since,
    ]
}

extension Desk {
    func showCounts(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try CountsPage(visit, in: $0) })
    }
}
