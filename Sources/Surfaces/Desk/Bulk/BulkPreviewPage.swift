import Catalog
import Database
import Essentials
import Web

/// What a change would do to each of many products, before it is done.
struct BulkPreviewPage: DeskPage {
    /// So many products are shown; all of them are counted, and changed.
    static let shown = 50

    let frame: Frame
    let change: ChangeWords
    let fields: [(name: String, value: String)]
    let rows: [BulkPreviewRow]
    /// Products with the version in which they were seen.
    let targets: [BulkTarget]
    let same: Int
    let refused: Int
    let back: String
    /// What the edit will be called: sent twice, it is done once.
    let edit: BulkEdit.ID

    init(_ visit: Visit, _ form: Fields, as edit: BulkEdit.ID, in snapshot: some Reading) throws {
        try visit.actor.require(.manager)
        let filter = try ProductFilter(form)
        let bulk = try BulkForm(form)
        let change = try bulk.change(language: visit.language, in: snapshot)
        let products = try Self.products(form, filter, in: snapshot)
        var previews: [BulkPreview] = []
        for start in stride(from: 0, to: products.count, by: 250) {
            previews += try BulkPreview.of(change, to: Array(products[start..<min(start + 250, products.count)]), in: snapshot)
        }
        let changing = previews.filter { $0.refusal == nil && !$0.isSame }
        frame = visit.frame(.products)
        self.edit = edit
        self.change = ChangeWords(change, lists: try PriceList.all(in: snapshot), language: visit.language)
        fields = bulk.fields
        targets = changing.map(\.target)
        same = previews.count { $0.isSame }
        refused = previews.count { $0.refusal != nil }
        rows = (previews.filter { $0.refusal != nil } + changing).prefix(Self.shown).map { BulkPreviewRow($0, language: visit.language) }
        back = filter.address()
    }

    /// Those that were ticked, or all that match the list's filters.
    /// - Throws: `DeskRefusal.nothingTicked`, `.tooManyAtOnce`.
    private static func products(_ form: Fields, _ filter: ProductFilter, in snapshot: some Reading) throws -> [Product.ID] {
        let picked: [Product.ID]
        if form.typed("scope") == "all" {
            picked = try filter.page(limit: BulkEdit.most + 1, in: snapshot).map(\.id)
        } else {
            picked = try form.ids("pick")
        }
        guard !picked.isEmpty else { throw DeskRefusal.nothingTicked }
        guard picked.count <= BulkEdit.most else { throw DeskRefusal.tooManyAtOnce(BulkEdit.most) }
        return picked
    }

    private var hidden: [HiddenField] {
        fields.map { HiddenField(name: $0.name, value: $0.value) }
            + [HiddenField(name: "edit", value: edit.description)]
            + [HiddenField(name: "targets", value: targets.map(\.description).joined(separator: ","))]
    }

    static let answers: Answers = [
        "frame": \.frame, "change": \.change, "hidden": \.hidden, "rows": \.rows, "count": \.targets.count, "same": \.same,
        "refused": \.refused, "hasSame": { $0.same > 0 }, "hasRefused": { $0.refused > 0 }, "isNothing": \.targets.isEmpty, "back": \.back,
        "more": { page in
            let all = page.targets.count + page.refused
            return all > page.rows.count ? all - page.rows.count : nil as Int?
        },
    ]
}

struct HiddenField: Shown {
    let name: String
    let value: String
    static let answers: Answers = ["name": \.name, "value": \.value]
}

/// One product, as it is and as it would be.
struct BulkPreviewRow: Shown {
    struct Repriced: Shown {
        let variant: String?
        let before: String
        let after: String
        let struck: String?
        static let answers: Answers = ["variant": \.variant, "was": \.before, "becomes": \.after, "struck": \.struck]
    }

    /// So many of its prices are shown.
    private static let mostPrices = 6

    let preview: BulkPreview
    let changes: [ChangeRow]
    let prices: [Repriced]

    init(_ preview: BulkPreview, language: String) {
        self.preview = preview
        changes = preview.differences.map(ChangeRow.init)
        prices = preview.prices.prefix(Self.mostPrices).map {
            Repriced(
                variant: $0.variant.isEmpty ? nil : $0.variant, before: $0.before.amount.formatted(in: language),
                after: $0.after.amount.formatted(in: language),
                struck: $0.after.isReduced ? $0.after.compareAt?.formatted(in: language) : nil)
        }
    }

    static let answers: Answers = [
        "id": \.preview.product.description, "title": \.preview.title, "refusal": \.preview.refusal, "changes": \.changes,
        "prices": \.prices,
        "morePrices": { row in
            let more = row.preview.prices.count - row.prices.count
            return more > 0 ? more : nil as Int?
        },
    ]
}
