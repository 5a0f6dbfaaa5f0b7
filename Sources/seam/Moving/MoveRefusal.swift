import Essentials

/// Why a shop is not moved.
enum MoveRefusal: Refusal, Equatable {
    case sameEngine
    case notEmpty(String, table: String)
    case anotherShop(String)
    case inUse(String, others: Int64)
    case schemaDiffers(table: String, String)
    case unknownType(String, column: String)
    case countsDiffer([String])
    /// What lies there is half a shop.
    case unfinished
    /// The shop lives elsewhere now.
    case away(String)

    var code: String {
        switch self {
        case .sameEngine: "move.same_engine"
        case .notEmpty: "move.not_empty"
        case .anotherShop: "move.another_shop"
        case .inUse: "move.in_use"
        case .schemaDiffers: "move.schema_differs"
        case .unknownType: "move.unknown_type"
        case .countsDiffer: "move.counts_differ"
        case .unfinished: "move.unfinished"
        case .away: "move.away"
        }
    }

    var kind: RefusalKind { .conflict }

    var sentence: Sentence {
        switch self {
        case .sameEngine:
            "Both databases are SQLite files: a file is copied with “seam backup” while the shop goes on."
        case .notEmpty(let name, let table):
            "There are rows in “\(table)” of \(name): a shop moves only into a database that is empty. Nothing was changed."
        case .anotherShop(let name):
            "The unfinished move of another shop lies in \(name). Nothing was changed; make that database empty first."
        case .inUse(let name, let others):
            """
            Seam has \(others) other connection\(others == 1 ? "" : "s") to \(name): stop its servers first, or what they write \
            meanwhile would be lost.
            """
        case .schemaDiffers(let table, let what): "The two databases differ in the table “\(table)”: \(what)."
        case .unknownType(let type, let column): "The column \(column) has the type \(type), which Seam does not move."
        case .countsDiffer(let tables): "These tables have not the same number of rows on both sides: \(tables.joined(separator: ", "))."
        case .unfinished:
            "A move into this database was not finished: start the same “seam move” again and it goes on where it stopped."
        case .away(let place):
            """
            This shop is being moved, or was moved, to \(place): serve it there. If it is to go on here after all, \
            “seam move --from … --reopen” opens it again.
            """
        }
    }
}
