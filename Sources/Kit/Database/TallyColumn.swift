/// A column of numbers that many transactions add to: a balance. Its rows have an `id`.
public struct TallyColumn: Hashable, Sendable {
    public let name: String
    public let table: String

    public init(_ name: String, of table: String) {
        self.name = name
        self.table = table
    }

    /// The statements that add to rows, in the order of their ids, so that two who add to the same rows never wait in a circle.
    ///
    /// They are for one, two, four rows and so on, so that few different ones need preparing.
    public func adding(_ amounts: [Int64: Int64]) -> [SQL] {
        let changes = amounts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        return stride(from: 0, to: changes.count, by: Self.rowsAtOnce).map { start in
            let part = changes[start..<min(start + Self.rowsAtOnce, changes.count)]
            var room = 1
            while room < part.count { room *= 2 }
            // No row has such an id.
            let values = part.flatMap { [$0.key.stored, $0.value.stored] }
            let padding = Array(repeating: [Int64(-1).stored, Int64(0).stored], count: room - part.count).flatMap(\.self)
            let rows = Array(repeating: "(?, ?)", count: room).joined(separator: ", ")
            // Columns of VALUES are named so by both engines.
            return SQL(
                """
                UPDATE \(table) SET \(name) = \(name) + change.column2
                FROM (VALUES \(rows)) AS change WHERE \(table).id = change.column1
                """, binding: values + padding)
        }
    }

    private static let rowsAtOnce = 256
}
