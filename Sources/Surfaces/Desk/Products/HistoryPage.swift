import Catalog
import Database
import Essentials
import Hummingbird
import Web

/// Every version of a product, newest first: who made it, when, and what they changed.
struct HistoryPage: DeskPage {
    static let length = 20

    let frame: Frame
    let product: Product
    let versions: [VersionRow]
    let pager: Pager
    var refusal: Sentence?

    init(_ visit: Visit, _ id: Product.ID, in snapshot: some Reading) throws {
        let before = try visit.query.integerIfAny("before").map(Int64.init)
        let found = try ProductVersion.history(of: id, before: before, limit: Self.length + 1, in: snapshot)
        let names = try Subject.names(of: found.map(\.actor), in: snapshot)
        let product = try Product.find(id, in: snapshot)
        frame = visit.frame(.products)
        self.product = product
        versions = found.prefix(Self.length).enumerated().map { index, version in
            let earlier = found.indices.contains(index + 1) ? found[index + 1].content : nil
            return VersionRow(version, over: earlier, now: product.version, names: names, clock: visit.clock)
        }
        let path = "/desk/products/\(id)/history"
        pager = Pager(
            first: before.map { _ in path },
            next: found.count > Self.length ? "\(path)?before=\(found[Self.length - 1].version)" : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.product.id.description, "title": \.product.title, "now": \.product.version, "versions": \.versions,
        "pager": \.pager, "refusal": \.refusal,
    ]
}

struct VersionRow: Shown {
    let version: Int64
    let at: Moment
    let by: Subject
    let isNow: Bool
    let isFirst: Bool
    let changes: [ChangeRow]

    init(_ version: ProductVersion, over earlier: ProductDraft?, now: Int64, names: [String: String], clock: ShopClock) {
        self.version = version.version
        at = Moment(version.at, clock)
        by = Subject(version.actor, named: names)
        isNow = version.version == now
        isFirst = version.version == 1
        changes = earlier.map { version.content.differences(from: $0).map(ChangeRow.init) } ?? []
    }

    static let answers: Answers = [
        "version": \.version, "at": \.at, "by": \.by, "isNow": \.isNow, "isFirst": \.isFirst, "changes": \.changes,
    ]
}

/// One thing that is different from the version before.
struct ChangeRow: Shown {
    /// Of what it is a part: `title`, `variants`, `attributes`.
    let field: Chosen
    /// Which part: `SH-S.grams`, `watts`.
    let part: String?
    let before: String?
    let after: String?
    /// Word by word, where the text is long.
    let words: WordDifference?

    init(_ difference: ProductDifference) {
        let path = difference.field.split(separator: ".", maxSplits: 1)
        field = Chosen(String(path.first ?? ""))
        part = path.count > 1 ? String(path[1]) : nil
        before = difference.before
        after = difference.after
        words = before.flatMap { before in difference.after.flatMap { WordDifference(before, $0) } }
    }

    static let answers: Answers = ["field": \.field, "part": \.part, "before": \.before, "after": \.after, "words": \.words]
}

extension Desk {
    func showHistory(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        return try templates.response(try await database.read { try HistoryPage(visit, id, in: $0) })
    }

    /// Makes an earlier version the present one.
    func acceptRestoration(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let form = try await visit.form()
        do {
            let (version, seen) = try (Int64(form.integer("version")), Int64(form.integer("seen")))
            try await database.write { try restoreProduct(id, to: version, seen: seen, by: visit.actor, in: $0, world: world) }
            return .seeOther("/desk/products/\(id)?said=restored")
        } catch let refusal as any Refusal {
            var page = try await database.read { try HistoryPage(visit, id, in: $0) }
            page.refusal = refusal.sentence
            return try templates.response(page, status: refusal.kind.status)
        }
    }
}
