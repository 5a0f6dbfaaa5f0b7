import Database
import Essentials

extension Location {
    public static func find(_ id: ID, in snapshot: some Reading) throws -> Location? {
        try snapshot.row("SELECT \(sql: columns) FROM location WHERE id = \(id)", as: Location.self)
    }

    /// Those that exist, in one statement.
    public static func find(_ ids: some Collection<ID>, in snapshot: some Reading) throws -> [ID: Location] {
        let found = try snapshot.rows("SELECT \(sql: columns) FROM location WHERE id IN \(list: ids)", as: Location.self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// The location with the retailer's own number.
    public static func find(code: String, in snapshot: some Reading) throws -> Location? {
        try snapshot.row("SELECT \(sql: columns) FROM location WHERE code = \(code)", as: Location.self)
    }

    /// Those that exist, by the retailer's own numbers, in one statement.
    public static func find(codes: some Collection<String>, in snapshot: some Reading) throws -> [String: Location] {
        let found = try snapshot.rows("SELECT \(sql: columns) FROM location WHERE code IN \(list: codes)", as: Location.self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0) })
    }

    /// The retailer's own numbers of those that exist, in one statement: for lists of thousands.
    public static func codes(of ids: some Collection<ID>, in snapshot: some Reading) throws -> [ID: String] {
        let found = try snapshot.rows("SELECT id, code FROM location WHERE id IN \(list: ids)") {
            try ($0.next(ID.self), $0.next(String.self))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Every location, in the order of names: for what a channel sells from, and for caches.
    public static func all(in snapshot: some Reading, archived: Bool = false) throws -> [Location] {
        let condition: SQL = archived ? "TRUE" : "archived_at IS NULL"
        return try snapshot.rows(
            "SELECT \(sql: columns) FROM location WHERE \(sql: condition) ORDER BY name_key, id", as: Location.self)
    }
}
