import Catalog
import Content
import Database
import Essentials
import Web

/// One story, to read and to change; or the form of one that is to be.
struct StoryPage: DeskPage {
    let frame: Frame
    /// `nil` for one that is to be.
    let story: Story?
    let form: Form
    let picture: String
    let products: [LinkedRow]
    /// Languages that it speaks besides.
    let languages: Int
    /// Where somebody else was first; `nil` when nobody was.
    var differences: [Difference]?

    init(
        _ visit: Visit, _ id: Story.ID?, typed: StoryForm? = nil, notices: FieldNotices = FieldNotices(), in snapshot: some Reading
    ) throws {
        let story = try id.flatMap { try Story.find($0, in: snapshot) }
        if id != nil, story == nil { throw StoryRefusal.unknown }
        let linked = try typed?.products ?? story.map { try Story.products(of: $0.id, in: snapshot) } ?? []
        let known = try Product.find(linked, in: snapshot)
        let form = typed.map { Form(typed: $0.fields, notices: notices) } ?? Form(story.map(StoryForm.values) ?? StoryForm.empty)
        frame = visit.frame(.stories)
        self.story = story
        self.form = form
        picture = typed?.picture ?? form["image"]
        products = linked.enumerated().compactMap { place, id in
            known[id].map { LinkedRow(product: $0, place: place, isLast: place == linked.count - 1) }
        }
        languages = try id.map { try StoryTranslation.of($0, in: snapshot).count } ?? 0
        if let typed, let story, typed.fields.typed("version") != String(story.version) {
            differences = Difference.between(typed.fields, and: StoryForm.values(story), in: StoryForm.names)
        }
    }

    private var version: String { differences == nil ? form["version"] : story.map { String($0.version) } ?? "" }

    static let answers: Answers = [
        "frame": \.frame, "isNew": { $0.story == nil }, "id": \.story?.id.description, "title": \.story?.title,
        "handle": \.story?.handle, "isPublished": { $0.story?.isPublished == true }, "f": \.form, "notices": \.form.notices,
        "picture": { $0.picture.isEmpty ? nil : $0.picture }, "products": \.products, "hasProducts": { !$0.products.isEmpty },
        "languages": \.languages, "version": \.version, "differences": \.differences, "isStale": { $0.differences != nil },
        "isRecipe": { $0.form["kind"] == Story.Kind.recipe.rawValue },
    ]
}

/// A product that a story links to.
struct LinkedRow: Shown {
    let product: Product
    let place: Int
    let isLast: Bool

    static let answers: Answers = [
        "product": \.product.id.description, "name": \.product.title, "vendor": \.product.vendor, "place": \.place,
        "status": { Chosen($0.product.status.rawValue) }, "isFirst": { $0.place == 0 }, "isLast": \.isLast,
    ]
}
