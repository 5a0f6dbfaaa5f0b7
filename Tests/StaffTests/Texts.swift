import Database

extension Reading {
    /// Every text cell of a table that this slice's migrations or the feed's made.
    func texts(in table: String) throws -> [String] {
        let columns: [String: [SQL]] = [
            "staff_member": ["name", "name_key", "email", "email_key", "language", "password", "pin", "status"],
            "staff_session": ["method"],
            "device": ["name", "name_key", "status"],
            "audit": ["actor", "verb", "subject", "details"],
            "fact": ["topic", "body", "actor"],
        ]
        return try (columns[table] ?? []).flatMap { column in
            try values("SELECT \(sql: column) FROM \(sql: SQL(stringLiteral: table)) WHERE \(sql: column) IS NOT NULL", as: String.self)
        }
    }
}
