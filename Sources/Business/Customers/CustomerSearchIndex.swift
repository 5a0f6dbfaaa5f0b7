import Database
import Essentials

/// The index by which the desk finds a customer: the words of their name, and the ends of their telephone numbers.
///
/// They follow from the name and the contact points, so no second index is needed to remove them.
enum CustomerSearchIndex {
    static func words(of contacts: [ContactPoint]) -> Set<String> {
        Set(contacts.filter { $0.kind == .phone }.map { PersonWords.word(phone: $0.key) })
    }

    static func add(_ words: Set<String>, for customer: Customer.ID, in transaction: Transaction) throws {
        guard !words.isEmpty else { return }
        var values: SQL = ""
        for word in words.sorted() {
            values += values.text.isEmpty ? "(\(word), \(customer))" : ", (\(word), \(customer))"
        }
        try transaction.run("INSERT INTO customer_word (word, customer) VALUES \(sql: values) ON CONFLICT (word, customer) DO NOTHING")
    }

    static func remove(_ words: Set<String>, for customer: Customer.ID, in transaction: Transaction) throws {
        guard !words.isEmpty else { return }
        try transaction.run("DELETE FROM customer_word WHERE customer = \(customer) AND word IN \(list: words.sorted())")
    }
}
