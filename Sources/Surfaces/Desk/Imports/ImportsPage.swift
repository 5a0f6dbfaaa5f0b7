import Catalog
import Channels
import Database
import Essentials
import Imports
import Web

/// Bringing files in, taking them out, and what earlier imports did.
struct ImportsPage: DeskPage {
    static let length = 20

    let frame: Frame
    /// The leading one first, which a file's prices go on when nobody chooses.
    let lists: [Choice]
    let rows: [ImportRow]
    let pager: Pager
    var form = Form(["kind": ImportRun.Kind.products.rawValue])

    init(_ visit: Visit, in snapshot: some Reading) throws {
        try visit.actor.require(.manager)
        let before = try visit.query.idIfAny("before", of: ImportRun.self)
        let found = try ImportRun.page(before: before, limit: Self.length + 1, in: snapshot)
        let runs = found.prefix(Self.length)
        let names = try Subject.names(of: runs.map(\.actor), in: snapshot)
        frame = visit.frame(.imports)
        lists = try PriceList.leadingFirst(in: snapshot).map {
            Choice(value: $0.id.description, label: "\($0.name) (\($0.currency.code))", isChosen: false)
        }
        rows = runs.map { ImportRow($0, named: names, at: visit.now, clock: visit.clock) }
        pager = Pager(
            first: before.map { _ in "/desk/imports" },
            next: found.count > Self.length ? runs.last.map { Fields.link("/desk/imports", ["before": $0.id.description]) } : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "lists": \.lists, "hasNoList": \.lists.isEmpty, "rows": \.rows, "isEmpty": \.rows.isEmpty, "pager": \.pager,
        "f": \.form, "notices": \.form.notices,
    ]
}

/// One import: how far it is, or what it did.
struct ImportPage: DeskPage {
    let frame: Frame
    let run: ImportRow

    init(_ visit: Visit, in snapshot: some Reading) throws {
        try visit.actor.require(.manager)
        let run = try ImportRun.find(visit.id(), in: snapshot)
        frame = visit.frame(.imports)
        self.run = ImportRow(run, named: try Subject.names(of: [run.actor], in: snapshot), at: visit.now, clock: visit.clock)
    }

    static let answers: Answers = ["frame": \.frame, "run": \.run, "isRunning": \.run.isRunning]
}

struct ImportRow: Shown {
    struct Refused: Shown {
        let refused: ImportRun.Refused
        static let answers: Answers = ["line": \.refused.line, "column": \.refused.column, "reason": \.refused.reason]
    }

    let run: ImportRun
    let by: Subject
    let at: Moment
    let isBrokenOff: Bool

    init(_ run: ImportRun, named names: [String: String], at now: Instant, clock: ShopClock) {
        self.run = run
        by = Subject(run.actor, named: names)
        at = Moment(run.begunAt, clock)
        isBrokenOff = run.isBrokenOff(at: now)
    }

    var isRunning: Bool { run.endedAt == nil && !isBrokenOff }

    static let answers: Answers = [
        "runID": \.run.id.description, "kind": { Chosen($0.run.kind.rawValue) }, "file": \.run.file, "by": \.by, "at": \.at,
        "isRunning": \.isRunning, "isBrokenOff": \.isBrokenOff, "size": \.run.size, "done": \.run.done, "rowsRead": \.run.rowsRead,
        "created": \.run.created, "updated": \.run.updated, "unchanged": \.run.unchanged, "refused": \.run.refused,
        "hasRefused": { $0.run.refused > 0 }, "refusals": { $0.run.refusals.map { Refused(refused: $0) } },
        "fault": { $0.run.rowsRead > 0 ? $0.run.fault : nil },
        "unread": { $0.run.rowsRead > 0 ? nil : $0.run.fault },
        "fallen": \.run.fallen, "hasFallen": { $0.run.fallen > 0 },
        "hasRefusals": { !$0.run.refusals.isEmpty },
        "isSound": { $0.run.endedAt != nil && $0.run.refused == 0 && $0.run.fault == nil },
        "more": { row in
            let more = row.run.refused - Int64(row.run.refusals.count)
            return more > 0 ? more : nil as Int64?
        },
        "isToSee": { $0.run.dismissedAt == nil && ($0.run.refused > 0 || $0.run.fault != nil) },
    ]
}
