import Catalog
import Content
import Web

/// The front of the shop: blocks, as the merchant arranged them.
struct HomePage: ShopPage {
    let frame: Frame
    let blocks: [HomeBlock]

    static let answers: Answers = [
        "frame": \.frame, "blocks": \.blocks, "hasHero": { $0.blocks.contains(where: \.isHead) },
        "isEmpty": { page in page.blocks.allSatisfy { $0.tiles.isEmpty && $0.collections.isEmpty } },
    ]
}

/// A block with what it shows.
struct HomeBlock: Shown {
    /// From 1; names the block's heading.
    let number: Int
    /// With its words as they are read here.
    let block: FrontBlock
    /// It is the one that a shop begins with which nobody has arranged: its words stand in the template.
    var isWelcome = false
    /// It holds the page's main heading.
    var isHead = false
    var collections: [CollectionTile] = []
    var tiles: [ProductTile] = []
    var stories: [StoryTile] = []
    /// Where the whole of a row is.
    var more: String?
    var map: MapDrawing?
    /// The languages of the merchant's words, where they are others than the page's.
    var titleTongue: String?
    var textTongue: String?
    var linkTongue: String?
    var altTongue: String?

    private var picture: Picture? { block.picture.map { Picture(MediaDraft(url: $0, alt: block.alt), of: block.title) } }

    static let answers: Answers = [
        "number": \.number, "titleTongue": \.titleTongue, "textTongue": \.textTongue, "linkTongue": \.linkTongue,
        "altTongue": \.altTongue, "title": { $0.block.title.isEmpty ? nil : $0.block.title },
        "text": { $0.block.text },
        "prose": { MerchantHTML($0.block.text) }, "picture": \.picture, "link": { $0.block.link }, "isWelcome": \.isWelcome,
        "isHead": \.isHead, "isHero": { $0.block.kind == .hero && !$0.isWelcome }, "isTurned": { $0.block.isTurned },
        "isCollections": { $0.block.kind == .collections && !$0.collections.isEmpty }, "collections": \.collections,
        "isRow": { $0.block.kind == .products && !$0.tiles.isEmpty }, "tiles": \.tiles.kept, "more": \.more,
        "isStories": { $0.block.kind == .stories && !$0.stories.isEmpty }, "stories": \.stories,
        "isStory": { $0.block.kind == .story }, "isStores": { $0.block.kind == .stores && $0.map != nil }, "map": \.map,
    ]
}

extension HomeBlock {
    /// A block that the merchant arranged, in the language that the shop is read in.
    init(number: Int, _ said: SaidBlock, isHead: Bool, in shop: WebShop) {
        var block = said.block
        block.title = said.title.text
        block.text = said.text.text
        block.alt = said.alt.text
        block.link?.title = said.linkTitle.text
        self.init(number: number, block: block, isHead: isHead)
        /// Words that are not there are in no language.
        func tongue(_ words: Translated) -> String? { words.text.isEmpty ? nil : shop.marked(words.language) }
        titleTongue = tongue(said.title)
        textTongue = tongue(said.text)
        linkTongue = tongue(said.linkTitle)
        altTongue = tongue(said.alt)
    }
}

extension FrontBlock.Link: Shown {
    public static let answers: Answers = ["title": \.title, "address": \.address]
}

/// A collection on the front page.
struct CollectionTile: Shown {
    let path: String
    let title: String
    /// The language of its title, when it is another than the page's.
    var tongue: String?
    let picture: Picture

    static let answers: Answers = ["path": \.path, "title": \.title, "tileTongue": \.tongue, "picture": \.picture]
}

extension CollectionTile {
    init(_ detail: CollectionDetail, in shop: WebShop) {
        path = "/collections/" + detail.collection.handle
        title = detail.title.text
        tongue = shop.marked(detail.title.language)
        picture = Picture(detail.collection.image, of: detail.title.text)
    }
}
