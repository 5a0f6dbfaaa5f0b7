import Content
import Database
import Essentials
import Hummingbird
import Web

/// A story's texts in another language, beside the original.
struct StoryTranslationsPage: DeskPage {
    let frame: Frame
    let story: Story
    let languages: [Choice]
    /// The one that is shown; `nil` while none is chosen.
    let language: String?
    let form: Form

    init(
        _ visit: Visit, _ id: Story.ID, language: String?, typed: Fields? = nil, notices: FieldNotices = FieldNotices(),
        in snapshot: some Reading
    ) throws {
        guard let story = try Story.find(id, in: snapshot) else { throw StoryRefusal.unknown }
        let translations = try StoryTranslation.of(id, in: snapshot)
        let kept = language.flatMap { translations[$0] }
        frame = visit.frame(.stories)
        self.story = story
        self.language = language
        languages = translations.keys.sorted().map { Choice(value: $0, label: $0, isChosen: $0 == language) }
        form =
            typed.map { Form(typed: $0, notices: notices) }
            ?? Form([
                "title": kept?.title ?? "", "lede": kept?.lede ?? "", "body": kept?.body.map(StoryLines.text) ?? "",
                "language": language ?? "",
            ])
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.story.id.description, "title": \.story.title, "lede": \.story.lede,
        "body": { StoryLines.text($0.story.body) }, "languages": \.languages, "language": \.language, "f": \.form,
        "notices": \.form.notices, "isChosen": { $0.language != nil }, "hasLanguages": { !$0.languages.isEmpty },
    ]
}

extension Desk {
    func showStoryTranslations(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Story.self)
        let language = try visit.query.textIfAny("language", upTo: 35)
        return try templates.response(try await database.read { try StoryTranslationsPage(visit, id, language: language, in: $0) })
    }

    func acceptStoryTranslation(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Story.self)
        let form = try await visit.form()
        return try await answer {
            let language = try form.text("language", upTo: 35)
            let (title, lede) = try (form.textIfAny("title", upTo: 1_000), form.textIfAny("lede", upTo: 1_000))
            let body = try form.linesIfAny("body", upTo: 400_000).map(StoryLines.read)
            try await database.write {
                try translateStory(
                    id, into: language, title: title, lede: lede, body: body?.isEmpty == true ? nil : body, by: visit.actor, in: $0,
                    world: world)
            }
            return Fields.link("/desk/stories/\(id)/translations", ["language": language, "said": "saved"])
        } orShow: { notices in
            let language = form.typed("language")
            return try await database.read {
                try StoryTranslationsPage(visit, id, language: language, typed: form, notices: notices, in: $0)
            }
        }
    }
}
