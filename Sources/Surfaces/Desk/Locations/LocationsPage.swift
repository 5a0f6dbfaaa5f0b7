import Database
import Essentials
import Foundation
import Places
import Web

/// The retailer's shops and warehouses, by name.
struct LocationsPage: DeskPage {
    static let length = 50

    let frame: Frame
    let search: String
    let withArchived: Bool
    let views: Views
    let rows: [LocationRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 100) ?? ""
        let withArchived = visit.query.has("archived")
        let after = try visit.query.idIfAny("after", of: Location.self)
        let found = try Location.page(search: search, after: after, limit: Self.length + 1, archived: withArchived, in: snapshot)
        let pairs: [(name: String, value: String?)] = [
            ("search", search.isEmpty ? nil : search), ("archived", withArchived ? "1" : nil),
        ]
        let address = { (after: String?) in Fields.link("/desk/locations", pairs + [("after", after)]) }
        let last = found.count > Self.length ? found[Self.length - 1].id.description : nil
        frame = visit.frame(.locations)
        self.search = search
        self.withArchived = withArchived
        views = try Views(of: "locations", at: "/desk/locations", pairs, in: snapshot)
        rows = found.prefix(Self.length).map { LocationRow($0, at: visit.now, language: visit.language) }
        pager = Pager(first: after.map { _ in address(nil) }, next: last.map(address))
    }

    static let answers: Answers = [
        "frame": \.frame, "search": \.search, "withArchived": \.withArchived, "views": \.views, "rows": \.rows, "pager": \.pager,
        "isEmpty": \.rows.isEmpty, "isSearch": { !$0.search.isEmpty },
    ]
}

struct LocationRow: Shown {
    let location: Location
    let isOpen: Bool
    let country: String

    init(_ location: Location, at now: Instant, language: String) {
        self.location = location
        country = Locale(identifier: language).localizedString(forRegionCode: location.address.country) ?? location.address.country
        isOpen = location.isOpen(at: now)
    }

    static let answers: Answers = [
        "id": \.location.id.description, "code": \.location.code, "name": \.location.name, "format": \.location.format,
        "kind": { Chosen($0.location.kind.rawValue) }, "city": \.location.address.city, "region": \.location.address.region,
        "country": \.country, "isOpen": \.isOpen, "isArchived": \.location.isArchived,
    ]
}
