import Database
import Essentials

/// What an associate wrote about a sale, or about one of its lines. It may speak of a person, so it can be erased.
public struct SaleNote: Sendable, Equatable {
    /// The line's position; `nil` for the sale as a whole.
    public let position: Int?
    public let text: String

    /// Longer ones are cut.
    public static let longest = 500

    public static func of(_ sale: Order.ID, in snapshot: some Reading) throws -> [SaleNote] {
        try snapshot.rows("SELECT position, text FROM sale_note WHERE sale = \(sale) ORDER BY position") {
            let position = try $0.next(Int.self)
            return try SaleNote(position: position < 0 ? nil : position, text: $0.next())
        }
    }

    static func insert(_ notes: [SaleNote], of sale: Order.ID, in transaction: Transaction) throws {
        let written = notes.map { ($0.position ?? -1, String($0.text.trimmed.prefix(longest))) }.filter { !$0.1.isEmpty }
        guard let first = written.first else { return }
        let values = written.dropFirst().reduce("(\(sale), \(first.0), \(first.1))" as SQL) { $0 + ", (\(sale), \($1.0), \($1.1))" }
        try transaction.run("INSERT INTO sale_note (sale, position, text) VALUES \(sql: values)")
    }
}

extension TillSale {
    var notes: [SaleNote] {
        [SaleNote(position: nil, text: note)] + lines.enumerated().map { SaleNote(position: $0, text: $1.note) }
    }
}
