import Catalog
import Database
import Essentials

/// All that a person decides about a story.
public struct StoryDraft: Sendable, Equatable {
    /// Made of the title when there is none.
    public var handle: String?
    public var kind: Story.Kind
    public var title: String
    public var lede: String
    public var body: [StoryBlock]
    public var image: MediaDraft?
    /// In the order in which they are shown.
    public var products: [Product.ID]
    /// Of a recipe: how many it feeds, and how long it takes.
    public var serves: Int?
    public var minutes: Int?
    /// Whether shoppers read it; until then, and from then on, only those who write it do.
    public var isPublished: Bool

    public init(
        title: String, handle: String? = nil, kind: Story.Kind = .story, lede: String = "", body: [StoryBlock] = [],
        image: MediaDraft? = nil, products: [Product.ID] = [], serves: Int? = nil, minutes: Int? = nil,
        isPublished: Bool = true
    ) {
        self.handle = handle
        self.kind = kind
        self.title = title
        self.lede = lede
        self.body = body
        self.image = image
        self.products = products
        self.serves = serves
        self.minutes = minutes
        self.isPublished = isPublished
    }

    /// The most products that one story links to.
    public static let mostProducts = 24
    static let mostTitle = 1_000
    static let mostBody = 512_000
    private static let mostHandle = 255
    private static let mostMinutes = 10_000

    /// The draft in the one form in which it is kept.
    /// - Throws: `StoryRefusal` for what a story cannot be.
    func validated() throws(StoryRefusal) -> StoryDraft {
        var draft = self
        draft.title = title.trimmed
        draft.lede = lede.trimmed
        guard !draft.title.isEmpty else { throw .titleMissing }
        for (field, text) in [("title", draft.title), ("lede", draft.lede), ("alt", image?.alt ?? "")] {
            guard text.utf8.count <= Self.mostTitle else { throw .tooLong(field: field, limit: Self.mostTitle) }
        }
        let wanted = handle?.trimmed ?? ""
        draft.handle = (wanted.isEmpty ? draft.title : wanted).folded.replacing(" ", with: "-")
        guard let clean = draft.handle, !clean.isEmpty, clean.utf8.count <= Self.mostHandle else { throw .handleInvalid }
        guard image.map({ FrontBlock.isSafe($0.url) }) ?? true else { throw .picture }
        guard products.count <= Self.mostProducts else { throw .tooManyProducts(Self.mostProducts) }
        for figure in [serves, minutes].compactMap({ $0 }) where !(1...Self.mostMinutes).contains(figure) { throw .figure }
        return draft
    }

    /// - Throws: `StoryRefusal.unknownProduct`.
    func verifyProducts(in reading: some Reading) throws {
        guard try Product.find(products, in: reading).count == Set(products).count else { throw StoryRefusal.unknownProduct }
    }

    /// Makes these the products that a story links to.
    func writeProducts(of story: Story.ID, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM story_product WHERE story = \(story)")
        var seen: Set<Product.ID> = []
        for (position, product) in products.filter({ seen.insert($0).inserted }).enumerated() {
            try transaction.run("INSERT INTO story_product (story, position, product) VALUES (\(story), \(position + 1), \(product))")
        }
    }
}
