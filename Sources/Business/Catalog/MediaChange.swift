import Database
import Essentials

/// The way from the pictures that a product has to those that it shall have; a picture is known by its address.
struct MediaChange {
    private let wanted: [MediaDraft]
    private let before: [Media]
    private let product: Product.ID
    private let world: World

    init(_ wanted: [MediaDraft], over before: [Media], of product: Product.ID, world: World) {
        self.wanted = wanted
        self.before = before
        self.product = product
        self.world = world
    }

    /// - Returns: the id of each address.
    func write(in transaction: Transaction) throws -> [String: Media.ID] {
        var old = Dictionary(before.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        var ids: [String: Media.ID] = [:]
        var added: [SQL] = []
        for (index, picture) in wanted.enumerated() {
            let position = index + 1
            if let known = old.removeValue(forKey: picture.url) {
                ids[picture.url] = known.id
                guard known.position != position || known.alt != picture.alt else { continue }
                try transaction.run("UPDATE media SET position = \(position), alt = \(picture.alt) WHERE id = \(known.id)")
            } else {
                let id: Media.ID = world.id()
                ids[picture.url] = id
                added.append("(\(id), \(product), \(position), \(picture.url), \(picture.alt))")
            }
        }
        if !old.isEmpty { try transaction.run("DELETE FROM media WHERE id IN \(list: old.values.map(\.id))") }
        try transaction.insert("INSERT INTO media (id, product, position, url, alt) VALUES", added)
        return ids
    }
}
