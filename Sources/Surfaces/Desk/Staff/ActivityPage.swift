import Database
import Essentials
import Foundation
import Hummingbird
import Staff
import Web

/// Who did what to what, and when, newest first.
struct ActivityPage: DeskPage {
    static let length = 50

    let frame: Frame
    /// Whose deeds, or what was done to what, when only those are shown.
    let about: Subject?
    let rows: [DeedRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let actor = try visit.query.textIfAny("actor", upTo: 100)
        let subject = try visit.query.textIfAny("subject", upTo: 100)
        let before = try visit.query.integerIfAny("before").map(Int64.init)
        let filter: AuditFilter = actor.map { .actor($0) } ?? subject.map { .subject($0) } ?? .everything
        let found = try auditTrail(filter, before: before, limit: Self.length + 1, by: visit.actor, in: snapshot)
        let lines = found.prefix(Self.length)
        let names = try Subject.names(of: lines.flatMap { [$0.actor, $0.subject] } + [actor, subject].compactMap(\.self), in: snapshot)
        let address = { (before: Int64?) in
            Fields.link("/desk/activity", ["actor": actor, "subject": subject, "before": before.map { String($0) }])
        }
        frame = visit.frame(.activity)
        about = (actor ?? subject).map { Subject($0, named: names) }
        rows = lines.map { DeedRow($0, names: names, language: visit.language) }
        pager = Pager(
            first: before.map { _ in address(nil) }, next: found.count > Self.length ? lines.last.map { address($0.seq) } : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "about": \.about, "rows": \.rows, "pager": \.pager, "isEmpty": \.rows.isEmpty,
    ]
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
        static let answers: Answers = ["name": \.name, "value": \.value]
    }

    init(_ line: AuditLine, names: [String: String], language: String) {
        at = Moment(line.at, language)
        actor = Subject(line.actor, named: names)
        subject = Subject(line.subject, named: names)
        verb = line.verb
        details = Self.details(line.details)
    }

    private static func details(_ json: String) -> [Detail] {
        let values = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return (values ?? [:]).sorted { $0.key < $1.key }.map { Detail(name: $0.key, value: Subject("\($0.value)")) }
    }

    static let answers: Answers = ["at": \.at, "actor": \.actor, "subject": \.subject, "verb": \.verb, "details": \.details]
}

extension Desk {
    func showActivity(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ActivityPage(visit, in: $0) })
    }
}
