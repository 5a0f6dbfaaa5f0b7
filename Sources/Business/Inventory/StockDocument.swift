import Database
import Essentials
import Places
import Staff

/// A delivery, a count, a move: why units changed, for whoever asks later.
public struct StockDocument: Identified, Sendable, Equatable {
    public static let prefix = "std"

    public enum Kind: String, Storable, CaseIterable {
        case receipt, adjustment, move, setAside = "set_aside"
    }

    public let id: ID
    public let kind: Kind
    public let location: Location.ID
    public let at: Instant
    public let actor: String
    /// In the words of the person who did it.
    public let note: String

    /// Writes the document that the entries of this transaction will name.
    static func open(
        _ kind: Kind, at location: Location.ID, note: String, by actor: Actor, in transaction: Transaction, world: World
    ) throws -> StockDocument {
        let note = String(note.prefix(500))
        let document = StockDocument(
            id: world.id(), kind: kind, location: location, at: world.now, actor: actor.origin.actor, note: note)
        try transaction.run(
            """
            INSERT INTO stock_document (id, kind, location, at, actor, note)
            VALUES (\(document.id), \(kind), \(location), \(document.at), \(document.actor), \(note))
            """)
        return document
    }

    /// Those of the documents that are stock documents; entries may name orders and checkouts too.
    public static func find(_ ids: [UInt128], in snapshot: some Reading) throws -> [UInt128: StockDocument] {
        let documents = try snapshot.rows(
            "SELECT id, kind, location, at, actor, note FROM stock_document WHERE id IN \(list: ids)"
        ) {
            try StockDocument(id: $0.next(), kind: $0.next(), location: $0.next(), at: $0.next(), actor: $0.next(), note: $0.next())
        }
        return Dictionary(documents.map { ($0.id.bits, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
