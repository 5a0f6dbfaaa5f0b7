import Database
import Essentials
import Staff

extension Customer: Readable {
    /// Of a row that is called `r`: the root.
    static let columns: SQL = "r.id, r.kind, r.name, r.language, r.created_at, r.erased_at"

    public init(row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        name = try row.next()
        language = try row.next()
        createdAt = try row.next()
        erasedAt = try row.next()
    }
}

extension Customer {
    /// The customer that an id stands for today, after all mergers. One statement.
    public static func find(_ id: ID, in reading: some Reading) throws -> Customer? {
        try reading.row("SELECT \(sql: columns) FROM customer c JOIN customer r ON r.id = c.root WHERE c.id = \(id)")
    }

    /// The same for many, by the ids that were asked for.
    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: Customer] {
        let found = try reading.rows(
            "SELECT c.id, \(sql: columns) FROM customer c JOIN customer r ON r.id = c.root WHERE c.id IN \(list: ids)"
        ) { try ($0.next(ID.self), Customer(row: &$0)) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Every id that stands for the same person, their own among them: what to look for in orders and carts.
    public static func identities(of id: ID, in reading: some Reading) throws -> [ID] {
        try reading.values("SELECT id FROM customer WHERE root = (SELECT root FROM customer WHERE id = \(id)) ORDER BY id")
    }

    /// The same for several people: whoever stands for any of them.
    public static func identities(of ids: [ID], in reading: some Reading) throws -> [ID] {
        guard !ids.isEmpty else { return [] }
        return try reading.values("SELECT id FROM customer WHERE root IN (SELECT root FROM customer WHERE id IN \(list: ids)) ORDER BY id")
    }

    /// Who has this e-mail address, verified or not: newest first, at most 50.
    public static func find(email: EmailAddress, in reading: some Reading) throws -> [Customer] {
        try find(contact: email.key, in: reading)
    }

    /// Who has this telephone number.
    public static func find(phone: PhoneNumber, in reading: some Reading) throws -> [Customer] {
        try find(contact: phone.key, in: reading)
    }

    private static func find(contact key: String, in reading: some Reading) throws -> [Customer] {
        try reading.rows(
            """
            SELECT \(sql: columns) FROM customer r
            WHERE r.id IN (SELECT c.root FROM contact_point p JOIN customer c ON c.id = p.customer WHERE p.key = \(key))
            ORDER BY r.id DESC LIMIT 50
            """)
    }

    /// Locks the row that an id stands for today.
    /// - Throws: `CustomerRefusal.unknown`, `erased`; `busy` when others keep merging it.
    static func lock(_ id: ID, in transaction: Transaction) throws -> Customer {
        guard let customer = try lockRoots(of: [id], in: transaction)[id] else { throw CustomerRefusal.unknown }
        return customer
    }

    /// Locks the rows that these ids stand for, in the order of the ids that survive. Whoever waited for a merger looks again.
    static func lockRoots(of ids: [ID], in transaction: Transaction) throws -> [ID: Customer] {
        for _ in 0..<8 {
            let roots = try transaction.rows("SELECT id, root FROM customer WHERE id IN \(list: ids)") {
                try ($0.next(ID.self), $0.next(ID.self))
            }
            guard roots.count == Set(ids).count else { throw CustomerRefusal.unknown }
            let locked = try transaction.rows(
                """
                SELECT \(sql: columns) FROM customer r WHERE r.id IN \(list: roots.map(\.1)) AND r.root = r.id
                ORDER BY r.id FOR UPDATE
                """, as: Customer.self)
            let byID = Dictionary(locked.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            guard byID.count == Set(roots.map(\.1)).count else { continue }
            guard locked.allSatisfy({ $0.erasedAt == nil }) else { throw CustomerRefusal.erased }
            return Dictionary(roots.compactMap { id, root in byID[root].map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
        }
        throw CustomerRefusal.busy
    }
}

extension Customer {
    func insert(in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO customer (id, root, kind, name, language, created_at)
            VALUES (\(id), \(id), \(kind), \(name), \(language), \(createdAt))
            """)
    }
}
