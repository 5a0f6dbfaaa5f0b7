import Catalog
import Content
import Essentials
import Web

/// A story or a recipe, and the products that it is about.
struct StoryPage: ShopPage {
    let frame: Frame
    let path: String
    let title: String
    /// The languages of its title and first words, when they are others than the page's.
    var titleTongue: String?
    let lede: String
    var ledeTongue: String?
    let isRecipe: Bool
    let serves: Int?
    let minutes: Int?
    /// The language of the text when it is another than the shop's.
    let textLanguage: String?
    let picture: Picture?
    let parts: [StoryPart]
    let trail: Trail
    let tiles: [ProductTile]
    let structured: [StructuredData]

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "title": \.title, "titleTongue": \.titleTongue,
        "lede": { $0.lede.isEmpty ? nil : $0.lede }, "ledeTongue": \.ledeTongue, "isRecipe": \.isRecipe,
        "serves": \.serves, "minutes": \.minutes, "hasFigures": { $0.serves != nil || $0.minutes != nil }, "textLanguage": \.textLanguage,
        "picture": \.picture, "parts": \.parts, "trail": \.trail, "tiles": \.tiles.kept, "hasProducts": { !$0.tiles.isEmpty },
        "structured": \.structured,
    ]
}

/// One piece of a story as a page shows it.
struct StoryPart: Shown {
    let block: StoryBlock

    private var lines: [String] {
        switch block {
        case .ingredients(let lines), .steps(let lines): lines
        case .text, .heading: []
        }
    }

    static let answers: Answers = [
        "heading": { part in if case .heading(let text) = part.block { text } else { nil } },
        "prose": { part in if case .text(let text) = part.block { MerchantHTML("<p>\(text)</p>") } else { nil } },
        "hasIngredients": { part in if case .ingredients = part.block { true } else { false } },
        "hasSteps": { part in if case .steps = part.block { true } else { false } },
        "lines": \.lines,
    ]
}

/// The stories of the shop, the newest first.
struct StoriesPage: ShopPage {
    let frame: Frame
    let trail: Trail
    let stories: [StoryTile]

    static let answers: Answers = [
        "frame": \.frame, "trail": \.trail, "stories": \.stories, "isEmpty": { $0.stories.isEmpty },
    ]
}

/// A story among others.
struct StoryTile: Shown {
    let path: String
    let title: String
    /// The languages of its title and first words, when they are others than the page's.
    var titleTongue: String?
    let lede: String
    var ledeTongue: String?
    let isRecipe: Bool
    let picture: Picture

    // A tag without an answer asks the page around it, so these have names of their own.
    static let answers: Answers = [
        "path": \.path, "title": \.title, "readingTongue": \.titleTongue, "lede": { $0.lede.isEmpty ? nil : $0.lede },
        "readingLedeTongue": \.ledeTongue, "isRecipe": \.isRecipe, "picture": \.picture,
    ]
}

extension StoryTile {
    init(_ detail: StoryDetail, in shop: WebShop) {
        path = "/stories/" + detail.story.handle
        title = detail.title.text
        titleTongue = shop.marked(detail.title.language)
        lede = detail.lede.text
        ledeTongue = shop.marked(detail.lede.language)
        isRecipe = detail.story.kind == .recipe
        picture = Picture(detail.story.image, of: detail.title.text)
    }
}
