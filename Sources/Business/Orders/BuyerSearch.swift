import Customers
import Database
import Essentials
import Staff

/// The orders of somebody who is remembered by a piece of their name, of their e-mail address, by the last digits of their
/// telephone number, or by a customer's id: of those who left it with an order, and of customers who are called or reached so.
///
/// Who bought is told only to those whom it concerns: whoever works at some locations finds what was sold there or comes from
/// there. An order is found some seconds after it was placed.
public struct BuyerSearch: Sendable, Equatable {
    /// So many customers of a name are looked for, the newest.
    private static let most = 200
    /// So many of a number's digits count: those before them differ between dialling at home and from abroad.
    private static let digits = 8

    /// Each of them begins a word of the order.
    private let beginnings: [String]
    private let customers: [Customer.ID]
    /// Where the actor works; `nil` for everywhere.
    private let places: [UInt128]?

    /// - Throws: `StaffRefusal.forbidden` for whoever works nowhere here.
    public init(_ typed: String, by actor: Actor, in reading: some Reading) throws {
        let found = try searchCustomers(typed, limit: Self.most, by: actor, in: reading).map(\.id)
        beginnings = Self.beginnings(typed.trimmed.lowercased())
        customers = try typed.trimmed.isEmpty ? [] : Customer.identities(of: found, in: reading)
        places = actor.placesToSell
    }

    private static func beginnings(_ typed: String) -> [String] {
        if typed.contains("@") { return [typed] }
        if let digits = PersonWords.telephoneDigits(typed) {
            return [PersonWords.word(phone: String(digits.drop { $0 == "0" }.suffix(Self.digits)))]
        }
        return PersonWords.words(name: typed).sorted().prefix(5).map(\.self)
    }

    /// Of a row of `sales_order`.
    var condition: SQL {
        let words = beginnings.map { word -> SQL in
            "SELECT number FROM order_word WHERE word >= \(word) AND word < \(PersonWords.after(word))"
        }
        var sets: [SQL] = []
        if let first = words.first { sets.append(words.dropFirst().reduce(first) { $0 + " INTERSECT " + $1 }) }
        if !customers.isEmpty { sets.append("SELECT number FROM sales_order WHERE customer IN \(list: customers)") }
        guard let first = sets.first else { return "FALSE" }
        let found: SQL = "number IN (\(sql: sets.dropFirst().reduce(first) { $0 + " UNION " + $1 }))"
        guard let places else { return found }
        return """
            \(sql: found) AND (location IN \(list: places) OR EXISTS (
                SELECT 1 FROM sale_demand WHERE sale_demand.sale = sales_order.id AND sale_demand.location IN \(list: places)))
            """
    }
}

extension Actor {
    /// The locations of which they may see who bought what was sold there or comes from there; `nil` for all.
    fileprivate var placesToSell: [UInt128]? {
        may(.associate) ? nil : grants.filter { $0.role >= .associate }.compactMap(\.location)
    }
}

extension OrderList {
    /// What the buyers of some orders are called, as far as it concerns the actor: in a number of statements that does not grow.
    public static func buyers(of orders: [Order], for actor: Actor, in snapshot: some Reading) throws -> [Order.ID: String] {
        var concerning = orders
        if let places = actor.placesToSell {
            let served = Set(
                try snapshot.values(
                    "SELECT DISTINCT sale FROM sale_demand WHERE sale IN \(list: orders.map(\.id)) AND location IN \(list: places)",
                    as: Order.ID.self))
            concerning = orders.filter { served.contains($0.id) || $0.context.location.map { places.contains($0.bits) } ?? false }
        }
        guard !concerning.isEmpty else { return [:] }
        let left = try snapshot.rows("SELECT sale, name FROM sale_contact WHERE sale IN \(list: concerning.map(\.id))") {
            try ($0.next(Order.ID.self), $0.next(String.self))
        }
        var names = Dictionary(left, uniquingKeysWith: { first, _ in first })
        let unnamed = Set(concerning.filter { names[$0.id] == nil }.compactMap(\.customer)).sorted()
        guard !unnamed.isEmpty else { return names }
        let known = try Customer.find(unnamed, in: snapshot)
        for order in concerning where names[order.id] == nil { names[order.id] = order.customer.flatMap { known[$0]?.name } }
        return names
    }
}
