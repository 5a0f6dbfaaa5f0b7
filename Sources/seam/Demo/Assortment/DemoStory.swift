import Catalog
import Content
import Database
import Essentials
import Staff

/// A story or a recipe that links to products, in `Demo/assortment/stories`.
struct DemoStory: Decodable, Sendable {
    let handle: String
    let kind: Story.Kind
    let title: String
    let lede: String
    /// The name of a picture.
    let picture: String
    /// Handles, in their order.
    let products: [String]
    let facts: Facts?
    let body: [StoryBlock]
    let translations: [String: Words]

    /// Of a recipe: how many it feeds, and how long it takes.
    struct Facts: Decodable, Sendable {
        let serves: Int?
        let minutes: Int?
    }

    struct Words: Decodable, Sendable {
        let title: String?
        let lede: String?
        let body: [StoryBlock]?
    }

    /// - Parameter linked: its products; one of theirs stands in where its picture is not there yet.
    fileprivate func draft(linking linked: [DemoProduct], ids: [Product.ID], pictures shown: DemoPictures) -> StoryDraft {
        let known = linked.flatMap(\.pictures)
        let own = known.filter { $0.name == picture } + [DemoPicture(name: picture, alt: title)]
        return StoryDraft(
            title: title, handle: handle, kind: kind, lede: lede, body: body, image: shown.media(of: own + known).first, products: ids,
            serves: facts?.serves, minutes: facts?.minutes)
    }
}

extension DemoAssortment {
    /// Publishes the stories, the first one last, so that it is the newest.
    func tellStories(by actor: Actor, from opening: Instant, in transaction: Transaction, world: World) throws {
        let byHandle = Dictionary(products.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, demo) in stories.reversed().enumerated() {
            let world = world.standing(at: opening + .seconds(Int64(number)))
            let ids = try demo.products.compactMap { try Product.find(handle: $0, in: transaction)?.id }
            let draft = demo.draft(linking: demo.products.compactMap { byHandle[$0] }, ids: ids, pictures: pictures)
            let story = try createStory(draft, by: actor, in: transaction, world: world)
            for (language, said) in demo.translations.sorted(by: { $0.key < $1.key }) {
                try translateStory(
                    story.id, into: language, title: said.title, lede: said.lede, body: said.body, by: actor, in: transaction,
                    world: world)
            }
        }
    }
}
