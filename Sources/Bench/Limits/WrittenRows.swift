/// The very rows that a stretch of work added to a database, table by table, in the order in which they were added.
struct WrittenRows {
    struct Table {
        let name: String
        let columns: [String]
        let rows: [[PlainValue]]
    }

    /// How many jobs (checkouts) the rows belong to.
    let jobs: Int
    let tables: [Table]

    var perJob: Double { Double(tables.reduce(0) { $0 + $1.rows.count }) / Double(max(1, jobs)) }

    /// How far each table had been filled at one moment.
    struct Mark {
        fileprivate let last: [String: Int64]

        init(in database: PlainSQLite) throws {
            last = try tableNames(in: database).reduce(into: [:]) { last, table in
                last[table] = try database.rows("SELECT max(rowid) FROM \"\(table)\"").first?[0].integer ?? 0
            }
        }
    }

    /// - Parameter most: rows of at most so many jobs are taken, the first ones; they stay in memory.
    init(in database: PlainSQLite, since start: Mark, until end: Mark, jobs: Int, most: Int) throws {
        let share = jobs > most ? Double(most) / Double(jobs) : 1
        self.jobs = min(jobs, most)
        tables = try start.last.sorted { $0.key < $1.key }.compactMap { name, first in
            let last = end.last[name] ?? first
            guard last > first else { return nil }
            let columns = try database.rows("SELECT name FROM pragma_table_info('\(name)') ORDER BY cid").compactMap { $0[0].string }
            let added = try database.rows(
                "SELECT count(*) FROM \"\(name)\" WHERE rowid > ? AND rowid <= ?", [.integer(first), .integer(last)])
            let wanted = (Double(added.first?[0].integer ?? 0) * share).rounded(.up)
            let rows = try database.rows(
                "SELECT * FROM \"\(name)\" WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?",
                [.integer(first), .integer(last), .integer(Int64(wanted))])
            return Table(name: name, columns: columns, rows: rows)
        }
    }
}

/// Tables whose rows have a number of their own, which is all that Seam has.
private func tableNames(in database: PlainSQLite) throws -> [String] {
    try database.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%'")
        .compactMap { $0[0].string }
}
