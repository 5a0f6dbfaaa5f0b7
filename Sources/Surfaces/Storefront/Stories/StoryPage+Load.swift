import Catalog
import Content
import Database
import Web

extension StoryPage {
    /// - Throws: `StorefrontRefusal.noStory`.
    static func load(
        handle: String, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: StoryPage, row: TileRow, subjects: Set<UInt128>) {
        try load(StoryDetail.find(handle: handle, language: shop.language, in: snapshot), frame: frame, in: shop, snapshot: snapshot)
    }

    /// - Throws: `StorefrontRefusal.noStory` when there is none.
    static func load(
        _ detail: StoryDetail?, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: StoryPage, row: TileRow, subjects: Set<UInt128>) {
        guard let detail else { throw StorefrontRefusal.noStory }
        let story = detail.story
        let cards = try ProductListing.cards(
            Story.products(of: story.id, in: snapshot), on: shop.channel.priceList, language: shop.language, in: snapshot)
        let row = try TileRow(cards, in: shop, snapshot)
        let path = "/stories/" + story.handle
        let trail = shop.trail(through: [Link(title: shop.say("Stories and recipes"), path: "/stories")], to: detail.title.text)
        let page = StoryPage(
            frame: frame, path: path, title: detail.title.text, titleTongue: shop.marked(detail.title.language), lede: detail.lede.text,
            ledeTongue: shop.marked(detail.lede.language), isRecipe: story.kind == .recipe,
            serves: story.serves, minutes: story.minutes, textLanguage: shop.marked(detail.bodyLanguage),
            picture: story.image.map { Picture($0, of: detail.title.text) }, parts: detail.body.map(StoryPart.init), trail: trail,
            tiles: row.tiles,
            structured: [StructuredData(detail, path: path, in: shop), StructuredData(trail, path: path, in: shop)])
        return (page, row, [story.id.bits])
    }
}

extension StoriesPage {
    private static let shown = 60

    static func load(frame: Frame, in shop: WebShop, snapshot: Snapshot) throws -> StoriesPage {
        let stories = try StoryDetail.latest(limit: shown, language: shop.language, in: snapshot)
        return StoriesPage(
            frame: frame, trail: shop.trail(to: shop.say("Stories and recipes")), stories: stories.map { StoryTile($0, in: shop) })
    }
}
