import Content
import Database
import Essentials
import Hummingbird
import Web

/// The stories and recipes, the newest first.
struct StoriesPage: DeskPage {
    static let length = 50

    let frame: Frame
    let form: Form
    let rows: [StoryRow]
    let pager: Pager
    let views: Views

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let query = visit.query
        let search = try query.textIfAny("search", upTo: 200) ?? ""
        let kind = try query.choiceIfAny("kind", as: Story.Kind.self)
        let state = query.typed("state")
        let last = try query.idIfAny("after", of: Story.self).flatMap { try Story.find($0, in: snapshot) }
        let found = try Story.page(
            search: search, kind: kind, isPublished: state.isEmpty ? nil : state == "published", after: last, limit: Self.length + 1,
            in: snapshot)
        let filters = [
            (name: "search", value: search.isEmpty ? nil : search), (name: "kind", value: kind?.rawValue),
            (name: "state", value: state.isEmpty ? nil : state),
        ]
        let address = { (after: String?) in Fields.link("/desk/stories", filters + [(name: "after", value: after)]) }
        frame = visit.frame(.stories)
        form = Form(["search": search, "kind": kind?.rawValue ?? "", "state": state])
        rows = found.prefix(Self.length).map { StoryRow(story: $0, at: Moment($0.createdAt, visit.clock)) }
        pager = Pager(
            first: last.map { _ in address(nil) },
            next: found.count > Self.length ? address(found[Self.length - 1].id.description) : nil)
        views = try Views(of: "stories", at: "/desk/stories", filters, in: snapshot)
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "rows": \.rows, "pager": \.pager, "views": \.views, "isEmpty": \.rows.isEmpty,
        "isFiltered": { !$0.views.query.isEmpty },
    ]
}

struct StoryRow: Shown {
    let story: Story
    let at: Moment

    static let answers: Answers = [
        "id": \.story.id.description, "title": \.story.title, "lede": \.story.lede, "image": \.story.image?.url,
        "isRecipe": { $0.story.kind == .recipe }, "isPublished": \.story.isPublished, "at": \.at,
    ]
}

extension Desk {
    func showStories(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try StoriesPage(visit, in: $0) })
    }
}
