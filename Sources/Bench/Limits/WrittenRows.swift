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
        fileprivate let last: [String: PlainValue]

        init(in database: PlainSQLite) throws {
            last = try growing(in: database).reduce(into: [:]) { last, table in
                last[table.name] = try database.rows("SELECT max(\(table.order)) FROM \"\(table.name)\"").first?[0] ?? .null
            }
        }
    }

    /// - Parameter most: rows of at most so many jobs are taken, the first ones; they stay in memory.
    init(in database: PlainSQLite, since start: Mark, until end: Mark, jobs: Int, most: Int) throws {
        let share = jobs > most ? Double(most) / Double(jobs) : 1
        self.jobs = min(jobs, most)
        tables = try growing(in: database).sorted { $0.name < $1.name }.compactMap { table in
            let first = start.last[table.name] ?? .null
            let last = end.last[table.name] ?? .null
            guard last != first else { return nil }
            let columns = try database.rows("SELECT name FROM pragma_table_info('\(table.name)') ORDER BY cid").compactMap { $0[0].string }
            let added = "FROM \"\(table.name)\" WHERE (?1 IS NULL OR \(table.order) > ?1) AND \(table.order) <= ?2"
            let count = try database.rows("SELECT count(*) \(added)", [first, last])
            let wanted = (Double(count.first?[0].integer ?? 0) * share).rounded(.up)
            let rows = try database.rows(
                "SELECT * \(added) ORDER BY \(table.order) LIMIT ?3", [first, last, .integer(Int64(wanted))])
            return Table(name: table.name, columns: columns, rows: rows)
        }
    }
}

/// Every table, with the column that rises as rows are added: the row's number, or where there is none the first column of its
/// key, whose identifiers rise with the time.
private func growing(in database: PlainSQLite) throws -> [(name: String, order: String)] {
    try database.rows("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
        .compactMap { row in
            guard let name = row[0].string else { return nil }
            if row[1] == .integer(0) { return (name, "rowid") }
            let key = try database.rows("SELECT name FROM pragma_table_info('\(name)') WHERE pk = 1").first?[0].string
            return key.map { (name, "\"\($0)\"") }
        }
}
