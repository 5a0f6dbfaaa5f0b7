import Database
import Essentials

/// What a shopper browses on one price list: everything, a collection, a vendor, a type or a tag.
struct Shelf: Hashable {
    enum Kind: String, Storable {
        case all, collection, vendor, type, tag
    }

    let list: PriceList.ID
    let kind: Kind
    /// The collection's id, or the folded name; empty for everything.
    let key: String

    static func all(on list: PriceList.ID) -> Shelf { Shelf(list: list, kind: .all, key: "") }

    static func collection(_ id: Collection.ID, on list: PriceList.ID) -> Shelf {
        Shelf(list: list, kind: .collection, key: id.description)
    }

    /// By the name of a vendor, a type or a tag; `nil` when there is none. Names without letters are told apart as they are.
    static func named(_ name: String, _ kind: Kind, on list: PriceList.ID) -> Shelf? {
        name.isEmpty ? nil : Shelf(list: list, kind: kind, key: name.folded.nonEmpty ?? name)
    }

    /// A shelf as it is kept.
    struct Kept {
        let id: Int64
        let products: Int
    }

    /// Those that there are, in one statement.
    static func find(_ shelves: some Swift.Collection<Shelf>, in reading: some Reading) throws -> [Shelf: Kept] {
        guard !shelves.isEmpty else { return [:] }
        let lists = Set(shelves.map(\.list))
        let kinds = Set(shelves.map(\.kind))
        let keys = Set(shelves.map(\.key))
        let found = try reading.rows(
            """
            SELECT list, kind, key, id, products FROM shelf
            WHERE list IN \(list: lists) AND kind IN \(list: kinds) AND key IN \(list: keys)
            """
        ) { row in
            (
                Shelf(list: try row.next(), kind: try row.next(), key: try row.next()),
                Kept(id: try row.next(), products: try row.next())
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// The ids of these shelves, making those that are missing.
    /// - Parameter names: how each is shown.
    static func ids(of names: [Shelf: String], in transaction: Transaction) throws -> [Shelf: Int64] {
        var ids = try find(names.keys, in: transaction).mapValues(\.id)
        let missing = names.filter { ids[$0.key] == nil }.sorted { $0.key.key < $1.key.key }
        let made = try transaction.insert(
            "INSERT INTO shelf (list, kind, key, name, products) VALUES",
            missing.map { shelf, name in "(\(shelf.list), \(shelf.kind), \(shelf.key), \(name), 0)" },
            returning: " ON CONFLICT (list, kind, key) DO UPDATE SET name = EXCLUDED.name RETURNING list, kind, key, id"
        ) { row in
            (Shelf(list: try row.next(), kind: try row.next(), key: try row.next()), try row.next(Int64.self))
        }
        for (shelf, id) in made { ids[shelf] = id }
        return ids
    }
}
