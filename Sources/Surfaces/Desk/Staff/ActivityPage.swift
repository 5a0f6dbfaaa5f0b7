import Database
import Essentials
import Foundation
import Hummingbird
import Orders
import Staff
import Web

/// Who did what to what, and when, newest first.
struct ActivityPage: DeskPage {
    static let length = 50
    /// People of that name whose deeds one search shows.
    private static let people = 20

    let frame: Frame
    let form: Form
    /// Whose deeds, or what was done to what, when only those are shown.
    let about: Subject?
    let deeds: [Choice]
    let rows: [DeedRow]
    let pager: Pager
    let views: Views

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let query = visit.query
        let actor = try query.textIfAny("actor", upTo: 100)
        let subject = try query.textIfAny("subject", upTo: 100)
        let search = try query.textIfAny("search", upTo: 200)
        let verb = try query.textIfAny("deed", upTo: 60)
        let before = try query.integerIfAny("before").map(Int64.init)
        let involved = try search.map { try Self.ids(called: $0, visit, in: snapshot) }
        let filter: AuditFilter =
            actor.map { .actor($0) } ?? subject.map { .subject($0) } ?? involved.map { .involving($0) } ?? .everything
        let found =
            try involved?.isEmpty == true && actor == nil && subject == nil
            ? [] : auditTrail(filter, verb: verb, before: before, limit: Self.length + 1, by: visit.actor, in: snapshot)
        let lines = found.prefix(Self.length)
        let named = lines.flatMap { [$0.actor, $0.subject] + DeedRow.values($0.details).map(\.value) }
        let names = try Subject.names(of: named + [actor, subject].compactMap(\.self), in: snapshot)
        let pairs: [(name: String, value: String?)] = [("actor", actor), ("subject", subject), ("search", search), ("deed", verb)]
        let address = { (before: Int64?) in Fields.link("/desk/activity", pairs + [("before", before.map { String($0) })]) }
        frame = visit.frame(.activity)
        form = Form(["search": search ?? "", "deed": verb ?? ""])
        about = (actor ?? subject).map { Subject($0, named: names) }
        deeds = Self.verbs.map { Choice(value: $0, label: $0.replacing(".", with: "_"), isChosen: $0 == verb) }
        rows = lines.map { DeedRow($0, names: names, clock: visit.clock) }
        pager = Pager(
            first: before.map { _ in address(nil) }, next: found.count > Self.length ? lines.last.map { address($0.seq) } : nil)
        views = try Views(of: "activity", at: "/desk/activity", pairs, in: snapshot)
    }

    /// The ids that somebody may mean by a word: an order's number, a name, an id.
    private static func ids(called search: String, _ visit: Visit, in snapshot: some Reading) throws -> [String] {
        if let number = Int64(search.drop { $0 == "#" }) {
            return try Order.find(number: number, in: snapshot).map { [$0.id.description] } ?? []
        }
        if search.contains("_"), !search.contains(" ") { return [search] }
        let members = try [false, true].flatMap {
            try StaffMember.page(search: search, archived: $0, limit: people, by: visit.actor, in: snapshot)
        }
        return members.map(\.id.description)
    }

    /// What the trail knows, as `deed.mustache` says it; a test holds the list against the verbs.
    static let verbs = [
        "staff.signed_in", "staff.signed_out", "staff.signed_out_everywhere", "staff.created", "staff.changed", "staff.archived",
        "staff.restored", "staff.role_granted", "staff.role_revoked", "staff.password_changed", "staff.pin_changed", "shop.founded",
        "device.registered", "device.retired", "device.token_renewed", "order.cancelled", "order.contact_erased", "sale.reduced",
        "sale.reduction_approved", "customer.erased", "customer.merged", "customer.password_changed", "settings.changed",
        "channel.created", "channel.changed", "channel.archived", "channel.reopened", "location.created", "location.changed",
        "location.archived", "location.reopened", "collection.created", "collection.changed", "collection.archived",
        "price_list.created", "products.edited", "front.arranged", "shop.guided", "story.created", "story.changed", "import.begun",
    ]

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "about": \.about, "deeds": { $0.deeds.map(DeedChoice.init) }, "rows": \.rows, "pager": \.pager,
        "views": \.views, "isEmpty": \.rows.isEmpty, "isFiltered": { !$0.views.query.isEmpty },
    ]
}

/// A deed to choose, by its word.
struct DeedChoice: Shown {
    let choice: Choice
    static let answers: Answers = ["value": \.choice.value, "isChosen": \.choice.isChosen, "deed": { Chosen($0.choice.label) }]
}

/// A line of the audit trail.
struct DeedRow: Shown {
    let at: Moment
    let actor: Subject
    let subject: Subject
    let verb: String
    let details: [Detail]

    struct Detail: Shown {
        let name: String
        let value: Subject
        /// A role is said in the reader's words.
        static let answers: Answers = [
            "detail": { Chosen($0.name) }, "value": \.value, "isRole": { $0.name == "role" },
            "role": { Chosen($0.value.id) },
        ]
    }

    init(_ line: AuditLine, names: [String: String], clock: ShopClock) {
        at = Moment(line.at, clock)
        actor = Subject(line.actor, named: names)
        subject = Subject(line.subject, named: names)
        verb = line.verb
        // That nothing went wrong before is no news.
        details = Self.values(line.details).filter { $0 != ("failures_before", "0") }
            .map { Detail(name: $0.name, value: Subject($0.value, named: names)) }
    }

    /// The details of a line in the order of their names.
    static func values(_ json: String) -> [(name: String, value: String)] {
        let values = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return (values ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
    }

    static let answers: Answers = [
        "at": \.at, "actor": \.actor, "subject": \.subject, "deed": { Chosen($0.verb.replacing(".", with: "_")) }, "details": \.details,
    ]
}

extension Desk {
    func showActivity(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ActivityPage(visit, in: $0) })
    }
}
