extension PartitionWords {
    /// A piece is made by itself and attached then: writers of the table go on meanwhile (`ATTACH PARTITION` takes a lock that
    /// lets them, `CREATE TABLE … PARTITION OF` does not).
    static let postgres = PartitionWords(
        end: { table in
            """
            SELECT MAX(CAST(split_part(pg_get_expr(piece.relpartbound, piece.oid), '''', -2) AS BIGINT))
            FROM pg_catalog.pg_inherits AS line JOIN pg_catalog.pg_class AS piece ON piece.oid = line.inhrelid
            WHERE line.inhparent = CAST(\(table.name) AS regclass)
            """
        },
        last: { table in
            SQL("SELECT MAX(\(table.number)) FROM \(table.name)", binding: [])
        },
        definition: { table, start in
            let name = "\(table.name)_\(start / table.size)"
            return """
                CREATE TABLE \(name) (LIKE \(table.name) INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING STORAGE);
                ALTER TABLE \(table.name) ATTACH PARTITION \(name) FOR VALUES FROM (\(start)) TO (\(start + table.size));
                """
        })
}
