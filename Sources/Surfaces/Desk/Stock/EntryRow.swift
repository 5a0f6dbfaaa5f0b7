import Database
import Essentials
import Inventory
import Ledger
import Orders
import Places
import Web

/// One line of the book, seen from one account: what came or went, from or to where, why, by whom, by which document.
struct EntryRow: Shown {
    let at: Moment
    let quantity: Int64
    let comes: Bool
    let reason: String
    let actor: Subject
    /// Where the units came from or went to.
    let end: End
    let document: StockDocument?
    /// The order, when the document is one.
    let order: Int64?

    /// The other end of a line.
    struct End: Shown {
        let word: String
        let place: Location?

        init(_ key: AccountKey, in places: [UInt128: Location]) {
            place = places[key.place]
            word =
                key.state == .outside
                ? Outside(rawValue: key.place).map { "\($0)" } ?? "world"
                : StockState(rawValue: key.state.rawValue).map(StateName.word) ?? "available"
        }

        static let answers: Answers = ["word": { Chosen($0.word) }, "place": \.place?.name]
    }

    /// The lines of a page, in a number of statements that does not grow with them.
    static func rows(_ entries: [Entry], of account: Account?, clock: ShopClock, in snapshot: some Reading) throws -> [EntryRow] {
        let ends = entries.map { $0.target.id == account?.id ? $0.source.key : $0.target.key }
        let found = try Location.find(Set(ends.filter { $0.state != .outside }.map { Location.ID(bits: $0.place) }), in: snapshot)
        let places = Dictionary(found.map { ($0.key.bits, $0.value) }, uniquingKeysWith: { first, _ in first })
        let names = try Subject.names(of: entries.map(\.actor), in: snapshot)
        let documents = try StockDocument.find(Array(Set(entries.map(\.document))), in: snapshot)
        let orders = try Order.numbers(of: Set(entries.map(\.document)).map { Order.ID(bits: $0) }, in: snapshot)
        return zip(entries, ends).map { entry, end in
            EntryRow(
                at: Moment(entry.at, clock), quantity: entry.quantity, comes: entry.target.id == account?.id, reason: entry.reason,
                actor: Subject(entry.actor, named: names), end: End(end, in: places), document: documents[entry.document],
                order: orders[Order.ID(bits: entry.document)])
        }
    }

    static let answers: Answers = [
        "at": \.at, "change": { ($0.comes ? "+" : "−") + String($0.quantity) }, "comes": \.comes,
        "reason": { Chosen(Self.word($0.reason)) },
        "why": \.reason, "actor": \.actor, "end": \.end, "note": { $0.document.flatMap { $0.note.isEmpty ? nil : $0.note } },
        "document": { $0.document.map { Chosen($0.kind.rawValue) } }, "order": \.order,
    ]

    /// `stock.received` as a template can name it: `stock_received`.
    private static func word(_ reason: String) -> String { reason.replacing(".", with: "_") }
}
