import Database
import Essentials
import Staff

/// Finds customers for the desk, newest first: by the beginnings of their names, of an e-mail address or of a number
/// with `+`, by the last digits of a telephone number, or by an id. Without a text: all of them.
/// - Parameter before: the last of the page before.
/// - Throws: `StaffRefusal.forbidden` for anybody who works nowhere here.
public func searchCustomers(
    _ text: String = "", before last: Customer.ID? = nil, limit: Int, by actor: Actor, in reading: some Reading
) throws -> [Customer] {
    try actor.requireSomewhere(.associate)
    let rest: SQL = last.map { "AND r.id < \($0)" } ?? ""
    return try reading.rows(
        """
        SELECT \(sql: Customer.columns) FROM customer r
        WHERE r.merged_into IS NULL AND r.erased_at IS NULL \(sql: matching(text)) \(sql: rest)
        ORDER BY r.id DESC LIMIT \(limit)
        """)
}

private func matching(_ text: String) -> SQL {
    let typed = text.trimmed.lowercased()
    if typed.isEmpty { return "" }
    if let id = Customer.ID(typed) { return "AND r.id IN (SELECT root FROM customer WHERE id = \(id))" }
    if typed.contains("@") {
        return among("SELECT customer FROM contact_point WHERE key >= \(typed) AND key < \(PersonWords.after(typed))")
    }
    if let digits = PersonWords.telephoneDigits(typed) {
        if typed.hasPrefix("+") {
            let start = "+" + digits
            return among("SELECT customer FROM contact_point WHERE key >= \(start) AND key < \(PersonWords.after(start))")
        }
        // A leading zero is dialled at home only; the number is kept without.
        let word = PersonWords.word(phone: String(digits.drop { $0 == "0" }))
        return among("SELECT customer FROM customer_word WHERE word >= \(word) AND word < \(PersonWords.after(word))")
    }
    var condition: SQL = ""
    for word in PersonWords.words(name: typed).sorted().prefix(5) {
        condition += among("SELECT customer FROM customer_word WHERE word >= \(word) AND word < \(PersonWords.after(word))")
    }
    return condition.text.isEmpty ? "AND FALSE" : condition
}

/// Customers any of whose identities is among these.
private func among(_ customers: SQL) -> SQL {
    " AND r.id IN (SELECT c.root FROM customer c WHERE c.id IN (\(sql: customers)))"
}
