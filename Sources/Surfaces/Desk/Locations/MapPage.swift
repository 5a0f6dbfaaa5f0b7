import Database
import Essentials
import Hummingbird
import Places
import Web

/// The shops and warehouses on a map, and those in sight by name.
struct MapPage: DeskPage {
    private static let most = 60

    let frame: Frame
    let search: String
    let map: PointMap?
    let rows: [MapRow]
    let count: Int
    /// Whether only a part is shown.
    let isNearer: Bool

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 100) ?? ""
        let wanted = try visit.query.textIfAny("box", upTo: 100).flatMap { MapBox($0) }
        let all = try LocationPoint.all(search: search, in: snapshot)
        let part = wanted ?? MapBox(around: all.map(\.point))?.widened()
        let inSight = part.map { part in all.filter { part.contains($0.point) } } ?? []
        frame = visit.frame(.locations)
        self.search = search
        isNearer = wanted != nil
        count = inSight.count
        rows = inSight.prefix(Self.most).map(MapRow.init)
        map = part.map { part in
            PointMap(inSight, in: part) {
                Fields.link("/desk/locations/map", ["search": search.isEmpty ? nil : search, "box": $0.text])
            }
        }
    }

    private var whole: String { Fields.link("/desk/locations/map", ["search": search.isEmpty ? nil : search]) }

    static let answers: Answers = [
        "frame": \.frame, "search": \.search, "map": \.map, "rows": \.rows, "count": \.count, "isNearer": \.isNearer, "whole": \.whole,
        "isEmpty": { $0.map == nil }, "isSearch": { !$0.search.isEmpty },
        "more": { page in page.count > page.rows.count ? page.count - page.rows.count : nil as Int? },
    ]
}

struct MapRow: Shown {
    let place: LocationPoint
    static let answers: Answers = ["id": \.place.id.description, "code": \.place.code, "name": \.place.name]
}

extension Desk {
    func showMap(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try MapPage(visit, in: $0) })
    }
}
