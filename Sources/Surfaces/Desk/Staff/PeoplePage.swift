import Database
import Essentials
import Places
import Staff
import Web

/// Who works here, by name, with what each may do where.
struct PeoplePage: DeskPage {
    static let length = 50

    let frame: Frame
    let withArchived: Bool
    let search: String
    let rows: [PersonRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let withArchived = visit.query.has("archived")
        let after = try visit.query.idIfAny("after", of: StaffMember.self)
        let last = try after.flatMap { try StaffMember.find($0, in: snapshot) }
        let search = try visit.query.textIfAny("search", upTo: 100) ?? ""
        let found = try StaffMember.page(
            search: search, archived: withArchived, after: last, limit: Self.length + 1, by: visit.actor, in: snapshot)
        let people = found.prefix(Self.length)
        let grants = try Grant.of(people.map(\.id), in: snapshot)
        let places = try Location.find(Set(grants.values.joined().compactMap(\.place)), in: snapshot)
        frame = visit.frame(.staff)
        self.withArchived = withArchived
        self.search = search
        rows = people.map { PersonRow(member: $0, grants: (grants[$0.id] ?? []).map { GrantRow($0, in: places) }) }
        let address = { (after: String?) in
            Fields.link("/desk/staff", ["search": search.isEmpty ? nil : search, "archived": withArchived ? "1" : nil, "after": after])
        }
        pager = Pager(
            first: after.map { _ in address(nil) },
            next: found.count > Self.length ? address(found[Self.length - 1].id.description) : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "withArchived": \.withArchived, "rows": \.rows, "pager": \.pager, "isEmpty": \.rows.isEmpty,
        "search": \.search, "isSearch": { !$0.search.isEmpty },
    ]
}

struct PersonRow: Shown {
    let member: StaffMember
    let grants: [GrantRow]

    static let answers: Answers = [
        "id": \.member.id.description, "name": \.member.name, "email": \.member.email, "grants": \.grants,
        "hasPIN": \.member.hasPIN, "hasPassword": \.member.hasPassword, "isArchived": { $0.member.status == .archived },
        "hasNoRole": \.grants.isEmpty,
    ]
}

/// A role that somebody has, and where.
struct GrantRow: Shown {
    let role: Role
    /// `nil` for everywhere.
    let place: Location.ID?
    let name: String?
    let mayTakeAway: Bool

    init(_ grant: Grant, in places: [Location.ID: Location], mayTakeAway: Bool = false) {
        self.mayTakeAway = mayTakeAway
        role = grant.role
        place = grant.place
        name = grant.place.map { places[$0]?.name ?? $0.description }
    }

    static let answers: Answers = [
        "role": { Chosen($0.role.rawValue) }, "place": \.place?.description, "placeName": \.name, "isEverywhere": { $0.place == nil },
        "mayTakeAway": \.mayTakeAway,
    ]
}

extension Grant {
    var place: Location.ID? { location.map { Location.ID(bits: $0) } }
}
