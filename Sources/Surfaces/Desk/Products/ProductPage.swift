import Catalog
import Channels
import Database
import Essentials
import Web

/// One product, to read and to change; or the form of one that is to be.
struct ProductPage: DeskPage {
    let frame: Frame
    /// `nil` for one that is to be.
    let detail: ProductDetail?
    let collections: [CollectionName]
    let lists: [PriceList]
    let form: Form
    let media: [Form]
    let rows: [VariantRow]
    /// The first variant of the window.
    let from: Int
    /// Where somebody else was first; `nil` when nobody was.
    var differences: [Difference]?
    /// The form that puts it into a collection.
    var membership = Form()
    /// The form that hands in pictures.
    var pictures = Form()

    /// - Parameters:
    ///   - typed: what was sent, when it was refused for what `notices` say.
    init(
        _ visit: Visit, _ detail: ProductDetail?, from: Int = 0, typed: Fields? = nil, notices: FieldNotices = FieldNotices(),
        in snapshot: some Reading
    ) throws {
        let draft = detail?.draft ?? ProductDraft(title: "", status: .draft)
        let kept = detail.map { ProductForm.values($0.draft, version: $0.product.version) } ?? ["status": Product.Status.draft.rawValue]
        let form = typed.map { Form(typed: $0, notices: notices) } ?? Form(kept)
        let lists = try PriceList.leadingFirst(in: snapshot)
        let prices = try Price.of(detail?.variants.map(\.id) ?? [], in: snapshot)
        frame = visit.frame(.products)
        self.detail = detail
        self.lists = lists
        self.form = form
        self.from = from
        collections = try detail.map { try Collection.of($0.product.id, in: snapshot).map(CollectionName.init) } ?? []
        media = typed.map { MediaRows.forms(typed: $0, notices: notices) } ?? MediaRows.forms(draft.media, notices: notices)
        let mayAdd = !form["option1"].isEmpty && visit.actor.may(.manager)
        rows = Self.places(draft, mayAdd: mayAdd, from: from).map { place in
            let variant = draft.variants.indices.contains(place) ? draft.variants[place] : VariantDraft()
            let prefix = "variants.\(place)."
            let values = VariantRow.values(variant, prices: variant.id.flatMap { prices[$0] } ?? [:])
            return VariantRow(
                at: place, id: variant.id, title: variant.options.joined(separator: " / "),
                form: typed.map { Form(typed: $0, prefix: prefix, notices: notices) } ?? Form(values, prefix: prefix),
                options: Self.options(form), lists: lists)
        }
    }

    /// A window of the variants, and behind the last one an empty row for whoever may fill it.
    private static func places(_ draft: ProductDraft, mayAdd: Bool, from: Int) -> [Int] {
        let count = draft.variants.count
        guard from < count else { return [] }
        let end = min(from + ProductForm.window, count)
        return Array(from..<end) + (end == count && mayAdd ? [count] : [])
    }

    /// The names of the options that the form shows.
    private static func options(_ form: Form) -> [String] {
        ["option1", "option2", "option3"].map { form[$0] }.prefix { !$0.isEmpty }.map(\.self)
    }

    private var version: String {
        differences == nil ? form["version"] : detail.map { String($0.product.version) } ?? ""
    }

    private func window(at start: Int) -> String? {
        guard let detail, start > -ProductForm.window, start < detail.variants.count else { return nil }
        return "/desk/products/\(detail.product.id)?from=\(max(0, start))#variants"
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "notices": \.form.notices, "media": \.media, "rows": \.rows, "isNew": { $0.detail == nil },
        "id": \.detail?.product.id.description, "title": \.detail?.product.title, "handle": \.detail?.product.handle,
        "status": { Chosen($0.detail?.product.status.rawValue ?? "draft") }, "version": \.version, "from": \.from,
        "hasOptions": { !$0.form["option1"].isEmpty }, "count": \.detail?.variants.count,
        "earlier": { $0.window(at: $0.from - ProductForm.window) }, "later": { $0.window(at: $0.from + ProductForm.window) },
        "collections": \.collections, "inNoCollection": \.collections.isEmpty, "hasNoList": \.lists.isEmpty,
        "differences": \.differences, "isStale": { $0.differences != nil },
        "updatedAt": { page in Moment(page.detail?.product.updatedAt, page.frame.clock) },
        "now": { $0.detail?.product.version }, "membership": \.membership, "pictures": \.pictures,
    ]
}
