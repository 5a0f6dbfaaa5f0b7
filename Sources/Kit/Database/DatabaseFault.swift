import Essentials

/// What the engine could not do. Whatever it stopped was left as it was before.
///
/// `message` is for whoever asked, `description` for whoever runs the shop.
public enum DatabaseFault: Refusal, Equatable {
    /// The disk or its quota is full.
    case full(String)
    /// Another process held the file for longer than the busy timeout.
    case locked(String)
    /// The file or its folder may not be written.
    case readOnly(String)
    /// The file is there, but it is no Seam database.
    case foreign(String)
    /// The file or its folder cannot be opened.
    case unreachable(String)
    /// The schema has a migration that this program does not know, or one whose text was changed.
    case migration(String)
    /// A unique key, a check or a reference forbids it.
    case constraint(String)
    /// The program reads a column as something that it is not.
    case column(Int, wanted: String)
    /// Anything else that the engine says.
    case engine(String)
    /// The disk did not take what was committed: nobody knows what it holds.
    case unsynced(String)
    case closed

    public var code: String {
        switch self {
        case .full: "database.full"
        case .locked: "database.locked"
        case .readOnly: "database.read_only"
        case .foreign: "database.foreign"
        case .unreachable: "database.unreachable"
        case .migration: "database.migration"
        case .constraint: "database.constraint"
        case .column: "database.column"
        case .engine: "database.engine"
        case .unsynced: "database.unsynced"
        case .closed: "database.closed"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .full, .locked, .readOnly, .foreign, .unreachable, .unsynced, .closed: .unavailable
        case .migration, .constraint, .column, .engine: .fault
        }
    }

    /// For whoever asked, a shopper perhaps: neither paths nor the engine's words. `description` is for the operator.
    public var message: String {
        switch kind {
        case .unavailable: "This shop cannot save anything just now. Nothing was changed; try again in a few minutes."
        default: "Something went wrong on our side. Nothing was changed."
        }
    }
}

/// For the log and the command line: what happened where, and what mends it.
extension DatabaseFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .full(let path): "The disk that holds \(path) is full. What was under way was undone; free some room and try again."
        case .locked(let path):
            "Another program keeps \(path) locked. What was under way was undone; try again when it has finished."
        case .readOnly(let path):
            "\(path) or its folder may not be written. What was under way was undone; check its owner and permissions."
        case .foreign(let path): "\(path) is not a Seam database. It was left as it is."
        case .unreachable(let path): "\(path) cannot be opened. Check that the folder exists and may be read."
        case .migration(let sentence): sentence
        case .constraint(let sentence): "The database refuses it: \(sentence)."
        case .column(let index, let wanted): "Column \(index + 1) holds no \(wanted)."
        case .engine(let sentence): "The database reports: \(sentence)."
        case .unsynced(let path):
            "The disk reports an error and may have lost what was last written to \(path). Nothing is accepted until Seam starts again."
        case .closed: "The database is closed."
        }
    }
}
