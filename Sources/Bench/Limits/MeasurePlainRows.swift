/// The most checkouts that this disk and SQLite itself can take: the same rows into the same tables and indexes, with the same
/// durability and as many commits, and nothing else: no decision, no reading, no server.
///
/// A commit holds what 32 requests write, as many as there are buyers; a checkout is five requests.
func measurePlainRows(_ written: WrittenRows, into database: String, longest: Duration = .seconds(6)) throws -> Limit {
    let plain = try PlainSQLite(database)
    try plain.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536")
    let inserts = try written.tables.map { try Insert($0, in: plain) }

    let jobsPerGroup = 32.0 / Figure.requestsPerCheckout
    let groups = max(1, Int((Double(written.jobs) / jobsPerGroup).rounded(.up)))
    let start = Tick.now
    var done = 0
    while done < groups, Tick.now - start < longest.nanoseconds {
        try plain.run("BEGIN IMMEDIATE")
        for insert in inserts { try insert.run(part: done, of: groups) }
        try plain.run("COMMIT")
        done += 1
    }
    let seconds = Double(Tick.now - start) / 1e9
    let jobs = Double(written.jobs) * Double(done) / Double(groups)
    return Limit(
        name: "plain SQLite", rate: jobs / seconds,
        detail: "checkouts as bare rows, \(written.perJob.shown) each, commits of 32 requests, \(done) commits in \(seconds.shown) s")
}

/// The statements that write one table's rows again.
private struct Insert {
    let rows: [[PlainValue]]
    let statement: PlainStatement
    /// Entries and holds also change the accounts that they name: a statement each, with the columns that hold them.
    let changes: [(statement: PlainStatement, account: Int)]

    init(_ table: WrittenRows.Table, in plain: PlainSQLite) throws {
        rows = table.rows
        let names = table.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let places = table.columns.map { _ in "?" }.joined(separator: ", ")
        statement = try plain.prepare("INSERT INTO \"\(table.name)\" (\(names)) VALUES (\(places))")
        changes = try Self.accountChanges[table.name, default: []].compactMap { column, value in
            guard let position = table.columns.firstIndex(of: column) else { return nil }
            return (try plain.prepare("UPDATE \"account\" SET \(value) = \(value) WHERE id = ?"), position)
        }
    }

    func run(part: Int, of parts: Int) throws {
        for row in rows[rows.count * part / parts..<rows.count * (part + 1) / parts] {
            try statement.run(row)
            for (change, account) in changes { try change.run([row[account]]) }
        }
    }

    private static let accountChanges: [String: [(column: String, value: String)]] = [
        "entry": [("source", "balance"), ("target", "balance")],
        // Held when it is made, no longer held when it is captured.
        "hold": [("source", "held"), ("source", "held")],
    ]
}
