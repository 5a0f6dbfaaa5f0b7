import Database
import Essentials
import Foundation

/// An address in a customer's book; the one used last comes first.
public struct CustomerAddress: Identified, Sendable, Equatable {
    public static let prefix = "cad"
    public let id: ID
    public let address: PostalAddress
}

extension CustomerAddress: Readable {
    static let columns: SQL = "a.id, a.address"

    public init(row: inout Row) throws {
        id = try row.next()
        let text: String = try row.next()
        guard let address = try? JSONDecoder().decode(PostalAddress.self, from: Data(text.utf8)) else {
            throw DatabaseFault.column(1, wanted: "postal address")
        }
        self.address = address
    }
}

extension CustomerAddress {
    /// A customer's book, whichever of their identities wrote it.
    public static func of(_ customer: Customer.ID, in reading: some Reading) throws -> [CustomerAddress] {
        try reading.rows(
            """
            SELECT \(sql: columns) FROM customer_address a
            WHERE a.customer IN (SELECT id FROM customer WHERE root = (SELECT root FROM customer WHERE id = \(customer)))
            ORDER BY a.used_at DESC, a.id DESC
            """)
    }

    /// How many a book holds.
    static let most = 50
}

extension PostalAddress {
    /// JSON, as the book keeps it.
    func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
