import Catalog
import Database
import Essentials
import Web

/// The latest changes of many products, each with the way back.
struct BulkEditsPage: DeskPage {
    static let length = 30

    let frame: Frame
    let rows: [BulkEditRow]
    /// The one that was just done.
    let latest: BulkEditRow?
    /// Products of that one which were left as they were, because somebody else had changed them or they cannot be changed so.
    let untouched: [UntouchedRow]
    /// So many of them are named.
    private static let named = 50

    init(_ visit: Visit, _ id: BulkEdit.ID? = nil, in snapshot: some Reading) throws {
        try visit.actor.require(.manager)
        let edits = try id.map { [try BulkEdit.find($0, in: snapshot)] } ?? BulkEdit.latest(limit: Self.length, in: snapshot)
        let tallies = try BulkEdit.tallies(of: edits.map(\.id), in: snapshot)
        let names = try Subject.names(of: edits.map(\.actor), in: snapshot)
        let lists = try PriceList.all(in: snapshot)
        frame = visit.frame(.products)
        rows = edits.map {
            BulkEditRow(
                edit: $0, change: ChangeWords($0.change, lists: lists, language: visit.language),
                tally: tallies[$0.id] ?? BulkEdit.Tally(), by: Subject($0.actor, named: names), at: Moment($0.at, visit.clock))
        }
        latest = id == nil ? nil : rows.first
        untouched = try id.map { try BulkEdit.untouched(of: $0, limit: Self.named, in: snapshot).map(UntouchedRow.init) } ?? []
    }

    static let answers: Answers = [
        "frame": \.frame, "rows": \.rows, "latest": \.latest, "isEmpty": \.rows.isEmpty, "isList": { $0.latest == nil },
        "untouched": \.untouched, "hasUntouched": { !$0.untouched.isEmpty },
    ]
}

struct UntouchedRow: Shown {
    let product: Product.ID
    let title: String
    static let answers: Answers = ["id": \.product.description, "title": \.title]
}

struct BulkEditRow: Shown {
    let edit: BulkEdit
    let change: ChangeWords
    let tally: BulkEdit.Tally
    let by: Subject
    let at: Moment

    private var count: Int { tally.done + tally.undone + tally.leftAlone }

    static let answers: Answers = [
        "editID": \.edit.id.description, "change": \.change, "done": \.tally.done, "undone": \.tally.undone, "leftAlone": \.tally.leftAlone,
        "count": \.count, "isUndone": { $0.edit.undoneAt != nil },
        "mayBeUndone": { $0.edit.undoneAt == nil && $0.tally.done > 0 }, "hasLeftAlone": { $0.tally.leftAlone > 0 },
        "skipped": { $0.tally.skipped > 0 ? $0.tally.skipped : nil as Int? }, "by": \.by, "at": \.at,
    ]
}
