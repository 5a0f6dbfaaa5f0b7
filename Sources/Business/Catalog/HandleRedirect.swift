import Database
import Essentials

/// Earlier handles, which go on leading to what had them until something else takes them.
enum HandleRedirect {
    static func target<Noun: Identified>(of handle: String, in reading: some Reading) throws -> Noun.ID? {
        try reading.value(
            "SELECT target FROM handle_redirect WHERE noun = \(Noun.prefix) AND handle = \(handle)", as: Noun.ID.self)
    }

    /// Of several handles at once.
    static func targets<Noun: Identified>(of handles: [String], in reading: some Reading) throws -> [String: Noun.ID] {
        guard !handles.isEmpty else { return [:] }
        let found = try reading.rows(
            "SELECT handle, target FROM handle_redirect WHERE noun = \(Noun.prefix) AND handle IN \(list: handles)"
        ) { try ($0.next(String.self), $0.next(Noun.ID.self)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Remembers that `handle` led to this.
    static func keep<Noun: Identified>(_ handle: String, for target: Identifier<Noun>, in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO handle_redirect (noun, handle, target) VALUES (\(Noun.prefix), \(handle), \(target))
            ON CONFLICT (noun, handle) DO UPDATE SET target = EXCLUDED.target
            """)
    }

    /// Something else has this handle from now on.
    static func forget(_ handles: [String], of noun: String, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM handle_redirect WHERE noun = \(noun) AND handle IN \(list: handles)")
    }

    /// `base`, or `base-2`, `base-3`: the first that no row of `table` has.
    static func free(_ base: String, in table: SQL, reading: some Reading) throws -> String {
        let start = base + "-"
        let end = base + "."
        let taken = try Set(
            reading.values(
                "SELECT handle FROM \(sql: table) WHERE handle = \(base) OR (handle >= \(start) AND handle < \(end))", as: String.self))
        guard taken.contains(base) else { return base }
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }
}
