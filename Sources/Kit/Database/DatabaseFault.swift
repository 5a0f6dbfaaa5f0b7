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
    /// There is no such file.
    case absent(String)
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
    /// The address of a server cannot be read; the sentence says why.
    case address(String)
    /// No server answers there, or it is starting or stopping.
    case noServer(String)
    /// The server knows no such user, or the password is wrong.
    case rejected(String)
    /// The connection to the server could not be made as safe as was asked; the sentence says why.
    case untrusted(String, why: String)
    /// The server's sessions were to run on this node's processors, and cannot be brought there; the sentence says why.
    case unbound(String, why: String)
    /// The server has no such database.
    case missing(String)
    /// The connection was lost before the change was to be kept.
    case lost(String)
    /// The connection was lost while the change was being kept: it may be there or not, and must not be repeated blindly.
    case outcomeUnknown(String)
    /// Too many want it at once: no connection came free in time, or a lock.
    case busy(String)

    public var code: String {
        switch self {
        case .full: "database.full"
        case .locked: "database.locked"
        case .readOnly: "database.read_only"
        case .foreign: "database.foreign"
        case .unreachable: "database.unreachable"
        case .absent: "database.absent"
        case .migration: "database.migration"
        case .constraint: "database.constraint"
        case .column: "database.column"
        case .engine: "database.engine"
        case .unsynced: "database.unsynced"
        case .closed: "database.closed"
        case .address: "database.address"
        case .noServer: "database.no_server"
        case .rejected: "database.rejected"
        case .untrusted: "database.untrusted"
        case .unbound: "database.unbound"
        case .missing: "database.missing"
        case .lost: "database.lost"
        case .outcomeUnknown: "database.outcome_unknown"
        case .busy: "database.busy"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .full, .locked, .readOnly, .foreign, .unreachable, .absent, .unsynced, .closed, .address, .noServer, .rejected, .untrusted,
            .unbound, .missing, .lost, .outcomeUnknown, .busy:
            .unavailable
        case .migration, .constraint, .column, .engine: .fault
        }
    }

    /// For whoever asked, a shopper perhaps: neither paths nor the engine's words. `description` is for the operator.
    public var sentence: Sentence {
        switch (self, kind) {
        case (.outcomeUnknown, _):
            "The connection broke off in the last moment: this may have been done or not. Look before you do it again."
        case (.busy, _): "Too many people are here at once. Nothing was changed; try again in a moment."
        case (_, .unavailable): "This shop cannot save anything just now. Nothing was changed; try again in a few minutes."
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
        case .readOnly(let path) where path.isServer:
            "Nothing may be written to \(path). What was under way was undone; check what its user is allowed, and that it is no standby."
        case .readOnly(let path):
            "\(path) or its folder may not be written. What was under way was undone; check its owner and permissions."
        case .foreign(let path): "\(path.beginning) is not a Seam database. It was left as it is."
        case .unreachable(let path): "\(path) cannot be opened. Check that the folder exists and may be read."
        case .absent(let path): "There is no file \(path)."
        case .migration(let sentence): sentence
        case .constraint(let sentence): "The database refuses it: \(sentence)."
        case .column(let index, let wanted): "Column \(index + 1) holds no \(wanted)."
        case .engine(let sentence): "The database reports: \(sentence)."
        case .unsynced(let path):
            "The disk reports an error and may have lost what was last written to \(path). Nothing is accepted until Seam starts again."
        case .closed: "The database is closed."
        case .address(let sentence): "The address of the database cannot be read: \(sentence)."
        case .noServer(let name): "No PostgreSQL server answers for \(name). Check the address, and that the server runs."
        case .rejected(let name): "The PostgreSQL server lets nobody into \(name) with this user and password. Check both."
        case .untrusted(let name, let why):
            "No safe connection to \(name) could be made: \(why). Nothing was sent; check the certificate and the address."
        case .unbound(let name, let why):
            "The sessions of \(name) cannot be bound to this node's processors: \(why). Serve without --bind-sessions, or allow it."
        case .missing(let name): "The PostgreSQL server does not have \(name). Create it there first, with createdb."
        case .lost(let name): "The connection to \(name) was lost. What was under way was undone."
        case .outcomeUnknown(let name):
            "The connection to \(name) was lost during a commit. The change may have been kept or not: look before you do it again."
        case .busy(let name): "\(name.beginning) is too busy: no connection or lock came free in time. What was under way was undone."
        }
    }
}

extension String {
    /// Whether this names a database on a server, rather than a file.
    fileprivate var isServer: Bool { hasPrefix("the ") }
    /// As a sentence begins with it: “The database …”. A path stays as it is.
    fileprivate var beginning: String { isServer ? "The " + dropFirst(4) : self }
}
