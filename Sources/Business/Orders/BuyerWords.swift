import Customers
import Database
import Essentials
import Feed

/// The words by which an order is found whose buyer left a name: those of the name, the e-mail address, and the end of the
/// telephone number. They are personal data, and go when the contact goes.
enum BuyerWords {
    static func words(of contact: Contact) -> Set<String> {
        var words = PersonWords.words(name: contact.name)
        let email = contact.email.lowercased()
        if !email.isEmpty { words.insert(email) }
        if contact.phone.contains(where: \.isNumber) { words.insert(PersonWords.word(phone: contact.phone)) }
        return words
    }

    /// Erases the contacts that a condition on `sale_contact` finds, with their words.
    /// - Returns: how many there were.
    static func eraseContacts(where condition: SQL, in transaction: Transaction) throws -> Int {
        // The rows go first: whoever writes words for one of them holds it until they are written.
        let erased = try transaction.rows(
            "DELETE FROM sale_contact WHERE \(sql: condition) RETURNING sale, email, name, phone, line1, line2, postal_code, city, region, country"
        ) { row in try (sale: row.next(Order.ID.self), contact: Contact(row: &row)) }
        let numbers = try Order.numbers(of: erased.map(\.sale), in: transaction)
        for (sale, contact) in erased {
            guard let number = numbers[sale] else { continue }
            try transaction.run("DELETE FROM order_word WHERE number = \(number) AND word IN \(list: words(of: contact).sorted())")
        }
        return erased.count
    }
}

extension Follower {
    /// Keeps the words by which orders are found. It writes beside the shoppers, so it gathers for a while.
    public static let buyerWords = Follower("orders.buyers", topics: [OrderPlaced.topic], pace: .seconds(2), batch: 500) {
        facts, snapshot -> Follower.Writing? in
        let orders = facts.map { Order.ID(bits: $0.subject) }
        guard !orders.isEmpty else { return nil }
        let contacts = try snapshot.rows(
            """
            SELECT o.id, o.number, c.email, c.name, c.phone, c.line1, c.line2, c.postal_code, c.city, c.region, c.country
            FROM sales_order o JOIN sale_contact c ON c.sale = o.id WHERE o.id IN \(list: orders)
            """
        ) { row in try (order: row.next(Order.ID.self), number: row.next(Int64.self), words: BuyerWords.words(of: Contact(row: &row))) }
        guard !contacts.isEmpty else { return nil }
        return { transaction, _ in
            // Somebody may have been erased meanwhile; nobody is until this is written.
            let kept = Set(
                try transaction.values(
                    "SELECT sale FROM sale_contact WHERE sale IN \(list: contacts.map(\.order).sorted()) ORDER BY sale FOR UPDATE",
                    as: Order.ID.self))
            let rows = contacts.filter { kept.contains($0.order) }.flatMap { contact in
                contact.words.map { (word: $0, number: contact.number) }
            }
            try insert(rows.sorted { ($0.word, $0.number) < ($1.word, $1.number) }, in: transaction)
        }
    }

    /// Many rows at a time, in sizes that repeat, so that few different statements need preparing.
    private static func insert(_ rows: [(word: String, number: Int64)], in transaction: Transaction) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            var size = 256
            while size > rest.count { size /= 4 }
            let values = rest.prefix(size).map { "(\($0.word), \($0.number))" as SQL }
            let list = values.dropFirst().reduce(values[0]) { $0 + ", " + $1 }
            try transaction.run("INSERT INTO order_word (word, number) VALUES \(sql: list) ON CONFLICT (word, number) DO NOTHING")
            rest = rest.dropFirst(size)
        }
    }
}
