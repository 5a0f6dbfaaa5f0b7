import Catalog
import Channels
import Database
import Essentials
import Orders
import Places
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

    /// The page of a colleague: not everybody may see it.
    private var person: String? { StaffMember.ID(id).map { "/desk/staff/\($0)" } }

    /// What it is, where nothing has a name for it: the first part of its id, or who it stands for.
    private var kind: String {
        if id.hasPrefix("system:") { return "system" }
        return id == "guest" ? id : String(id.prefix { $0 != "_" })
    }

    private static let rooms = [
        "loc": "locations", "prd": "products", "col": "collections", "chn": "channels", "ord": "orders", "var": "stock",
        "sty": "stories", "imp": "imports", "blk": "bulk-edits",
    ]

    static let answers: Answers = [
        "id": \.id, "name": \.name, "kind": { Chosen($0.kind) }, "isOther": { !kinds.contains($0.kind) }, "address": \.address,
        "person": \.person,
    ]

    /// Those that `subject.mustache` has a word for.
    private static let kinds: Set = ["cus", "guest", "system", "sty", "imp", "blk", "prl", "set", "prd", "ord"]
}

extension Subject {
    /// The names of those among these ids that have one: people, orders, places,
    /// collections, channels and tills; a statement for each kind.
    static func names(of ids: [String], in snapshot: some Reading) throws -> [String: String] {
        let ids = Set(ids)
        var names: [String: String] = [:]
        let members = ids.compactMap { StaffMember.ID($0) }
        for member in try StaffMember.find(members, in: snapshot).values { names[member.id.description] = member.name }
        let orders = ids.compactMap { Order.ID($0) }
        for (id, number) in try Order.numbers(of: orders, in: snapshot) { names[id.description] = "#\(number)" }
        let places = ids.compactMap { Location.ID($0) }
        for place in try Location.find(places, in: snapshot).values { names[place.id.description] = place.name }
        let collections = ids.compactMap { Catalog.Collection.ID($0) }
        for collection in try Catalog.Collection.find(collections, in: snapshot).values {
            names[collection.id.description] = collection.title
        }
        if ids.contains(where: { Channel.ID($0) != nil }) {
            for channel in try ChannelOutline.all(in: snapshot) { names[channel.id.description] = channel.name }
        }
        let devices = ids.compactMap { Device.ID($0) }
        if !devices.isEmpty {
            for device in try Device.find(devices, in: snapshot).values { names[device.id.description] = device.name }
        }
        return names
    }
}
