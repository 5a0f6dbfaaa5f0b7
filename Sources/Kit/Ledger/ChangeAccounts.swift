import Database

/// What a posting, a hold or a release does to one account.
struct AccountChange {
    var balance: Int64 = 0
    var held: Int64 = 0

    var isNothing: Bool { balance == 0 && held == 0 }
}

extension Ledger {
    /// Writes the changes of accounts that are locked.
    static func change(_ changes: [Int64: AccountChange], in transaction: Transaction) throws {
        for statement in statements(for: changes) { try transaction.run(statement) }
    }

    /// What writes the changes: one statement for as many accounts as a posting has.
    static func statements(for changes: [Int64: AccountChange]) -> [SQL] {
        let changes = changes.filter { !$0.value.isNothing }
        return changes.sorted(by: { $0.key < $1.key }).chunked(by: rowsAtOnce).map { part in
            var values: SQL = ""
            for (index, (id, change)) in part.enumerated() {
                if index > 0 { values += ", " }
                values += "(\(id), \(change.balance), \(change.held))"
            }
            // Columns of VALUES are named so by both engines.
            return """
                UPDATE account SET balance = balance + change.column2, held = held + change.column3
                FROM (VALUES \(sql: values)) AS change WHERE account.id = change.column1
                """
        }
    }

    private static let rowsAtOnce = 256
}

extension Array {
    fileprivate func chunked(by count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
