import Database
import Essentials

extension Order {
    /// The numbers of those of the ids that are orders, in one statement: to name orders where only ids are known.
    public static func numbers(of ids: [ID], in snapshot: some Reading) throws -> [ID: Int64] {
        guard !ids.isEmpty else { return [:] }
        let found = try snapshot.rows("SELECT id, number FROM sales_order WHERE id IN \(list: ids)") {
            try ($0.next(ID.self), $0.next(Int64.self))
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
