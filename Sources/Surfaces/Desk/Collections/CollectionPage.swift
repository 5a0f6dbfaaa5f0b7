import Catalog
import Database
import Essentials
import Web

/// One collection: what it says, the rule that fills it or the products that a hand put there.
struct CollectionPage: DeskPage {
    static let length = 50

    let frame: Frame
    /// `nil` for one that is to be.
    let collection: Collection?
    let lists: [PriceList]
    let form: Form
    let conditions: [ConditionRow]
    let products: [ShelvedRow]
    let size: Int
    let from: Int
    var differences: [Difference]?
    /// What was refused about the products that a hand puts there.
    var hand = Form()

    init(
        _ visit: Visit, _ id: Collection.ID?, typed: Fields? = nil, notices: FieldNotices = FieldNotices(), in snapshot: some Reading
    ) throws {
        let collection = try id.flatMap { try Collection.find([$0], in: snapshot)[$0] }
        if id != nil, collection == nil { throw CatalogRefusal.unknownCollection }
        let lists = try PriceList.all(in: snapshot)
        let from = try visit.query.integerIfAny("from", in: 0...10_000_000) ?? 0
        let all = try id.map { try Collection.products(of: $0, in: snapshot) } ?? []
        let shown = Array(all.dropFirst(from).prefix(Self.length))
        let known = try Product.find(shown, in: snapshot)
        frame = visit.frame(.collections)
        self.collection = collection
        self.lists = lists
        self.from = from
        size = all.count
        form = typed.map { Form(typed: $0, notices: notices) } ?? Form(collection.map(CollectionForm.values) ?? CollectionForm.empty)
        conditions =
            (typed.map { CollectionForm.conditions(typed: $0, notices: notices) }
            ?? CollectionForm.conditions(collection?.rule, notices: notices)).map { ConditionRow(form: $0, lists: lists) }
        products = shown.enumerated().compactMap { index, id in known[id].map { ShelvedRow(product: $0, place: from + index + 1) } }
    }

    private var version: String {
        differences == nil ? form["version"] : collection.map { String($0.version) } ?? ""
    }

    private var pager: Pager {
        guard let collection else { return Pager(first: nil, next: nil) }
        let path = "/desk/collections/\(collection.id)"
        return Pager(
            first: from > 0 ? path + "#products" : nil,
            next: from + Self.length < size ? "\(path)?from=\(from + Self.length)#products" : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "isNew": { $0.collection == nil }, "id": \.collection?.id.description, "title": \.collection?.title,
        "now": \.collection?.version, "isArchived": { $0.collection?.archivedAt != nil }, "hasRule": { $0.collection?.rule != nil },
        "f": \.form, "notices": \.form.notices, "conditions": \.conditions, "products": \.products, "size": \.size, "version": \.version,
        "differences": \.differences, "isStale": { $0.differences != nil }, "hand": \.hand, "pager": \.pager, "isEmpty": { $0.size == 0 },
    ]
}

/// A condition of a rule, with the price lists to choose from.
struct ConditionRow: Shown {
    let form: Form
    let lists: [Choice]

    init(form: Form, lists: [PriceList]) {
        self.form = form
        self.lists = lists.map { Choice(value: $0.id.description, label: $0.name, isChosen: form["list"] == $0.id.description) }
    }

    static let answers: Answers = ["c": \.form, "lists": \.lists]
}

/// A product in a collection.
struct ShelvedRow: Shown {
    let product: Product
    let place: Int

    static let answers: Answers = [
        "product": \.product.id.description, "name": \.product.title, "vendor": \.product.vendor, "place": \.place,
        "status": { Chosen($0.product.status.rawValue) },
    ]
}
