import Catalog
import Content
import Essentials
import Web

/// A story's form: its fields as texts, the products in their order, and what shall be done with all of it.
struct StoryForm {
    /// What a button of the form asks.
    enum Deed: Equatable {
        case save, add
        case up(Int)
        case down(Int)
        case remove(Int)

        /// `add`, `up.3`; anything else saves, as the key Enter does.
        init(_ text: String) {
            let parts = text.split(separator: ".")
            switch (parts.first, parts.dropFirst().first.flatMap { Int($0) }) {
            case ("add", _): self = .add
            case ("up", let place?): self = .up(place)
            case ("down", let place?): self = .down(place)
            case ("remove", let place?): self = .remove(place)
            default: self = .save
            }
        }
    }

    static let names = ["title", "kind", "state", "lede", "body", "image", "alt", "serves", "minutes"]

    let fields: Fields
    let deed: Deed
    var products: [Product.ID]
    /// The address of a picture that was handed in with the form.
    var picture: String?

    init(_ fields: Fields) throws {
        self.fields = fields
        deed = Deed(fields.typed("do"))
        products = try (0..<StoryDraft.mostProducts).prefix { fields.has("products.\($0)") }.map { try fields.id("products.\($0)") }
    }

    /// Puts the products in the order that the button asks for.
    mutating func arrange() {
        switch deed {
        case .save, .add: break
        case .up(let place): if products.indices.contains(place), place > 0 { products.swapAt(place, place - 1) }
        case .down(let place): if place >= 0, products.indices.contains(place + 1) { products.swapAt(place, place + 1) }
        case .remove(let place): if products.indices.contains(place) { products.remove(at: place) }
        }
    }

    /// - Throws: `FormRefusal` for what cannot be read; what it means is the slice's to refuse.
    var draft: StoryDraft {
        get throws {
            let address = try picture ?? fields.textIfAny("image", upTo: 2_048)
            let alt = try fields.textIfAny("alt", upTo: 1_000) ?? ""
            return StoryDraft(
                title: try fields.text("title", upTo: 1_000), handle: try fields.textIfAny("handle", upTo: 255),
                kind: try fields.choice("kind"), lede: try fields.textIfAny("lede", upTo: 1_000) ?? "",
                body: StoryLines.read(try fields.linesIfAny("body", upTo: 400_000) ?? ""),
                image: address.map { MediaDraft(url: $0, alt: alt) }, products: products,
                serves: try fields.integerIfAny("serves"), minutes: try fields.integerIfAny("minutes"),
                isPublished: fields.typed("state") == "published")
        }
    }

    /// What is kept, as the form shows it.
    static func values(_ story: Story) -> [String: String] {
        [
            "title": story.title, "handle": story.handle, "kind": story.kind.rawValue, "lede": story.lede,
            "body": StoryLines.text(story.body), "image": story.image?.url ?? "", "alt": story.image?.alt ?? "",
            "serves": story.serves.map { String($0) } ?? "", "minutes": story.minutes.map { String($0) } ?? "",
            "state": story.isPublished ? "published" : "draft", "version": String(story.version),
        ]
    }

    static let empty = ["kind": Story.Kind.story.rawValue, "state": "draft"]
}
