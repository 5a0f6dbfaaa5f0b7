import Database
import Essentials
import Staff
import Web

/// What an id names, as a page shows it: with a name where one is known, and the way to its page where it has one.
struct Subject: Shown {
    let id: String
    let name: String?

    init(_ id: String, named names: [String: String] = [:]) {
        self.id = id
        name = names[id]
    }

    /// The address of its page in the back office; `nil` for what has none.
    private var address: String? {
        guard let room = Self.rooms[String(id.prefix { $0 != "_" })], id.contains("_") else { return nil }
        return "/desk/\(room)/\(id)"
    }

    private static let rooms = [
        "stf": "staff", "loc": "locations", "prd": "products", "col": "collections", "chn": "channels", "ord": "orders", "var": "stock",
    ]

    static let answers: Answers = ["id": \.id, "name": { $0.name ?? $0.id }, "address": \.address]
}

extension Subject {
    /// The names of those among these ids that are members of staff, in one statement.
    static func names(of ids: [String], in snapshot: some Reading) throws -> [String: String] {
        let members = try StaffMember.find(Array(Set(ids.compactMap { StaffMember.ID($0) })), in: snapshot)
        return Dictionary(members.map { ($0.key.description, $0.value.name) }, uniquingKeysWith: { first, _ in first })
    }
}
