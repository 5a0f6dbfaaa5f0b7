/// One part of a shop's front, as the merchant arranged it.
public struct FrontBlock: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A picture and few words: the first thing that is seen.
        case hero
        /// Collections side by side: those named, or all.
        case collections
        /// Products of one collection in its order, or the newest of all.
        case products
        /// A picture beside a text that takes its time.
        case story
        /// The newest stories and recipes side by side.
        case stories
        /// The retailer's shops on a map.
        case stores
    }

    /// Where a block leads, and the words on the way there.
    public struct Link: Sendable, Equatable, Codable {
        public var title: String
        /// A path of the shop, `/collections/home`, or `https://…`.
        public var address: String

        public init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }

    public var kind: Kind
    public var title: String
    /// Words of a hero; HTML of a story.
    public var text: String
    public var picture: String?
    /// What the picture shows, for those who do not see it.
    public var alt: String
    public var link: Link?
    /// Handles.
    public var collections: [String]
    /// How many products or stories, at most 24.
    public var count: Int
    /// The picture stands on the other side.
    public var isTurned: Bool

    public init(
        _ kind: Kind, title: String = "", text: String = "", picture: String? = nil, alt: String = "", link: Link? = nil,
        collections: [String] = [], count: Int = 8, isTurned: Bool = false
    ) {
        self.kind = kind
        self.title = title
        self.text = text
        self.picture = picture
        self.alt = alt
        self.link = link
        self.collections = collections
        self.count = count
        self.isTurned = isTurned
    }

    static let mostText = 10_000
    static let mostCollections = 12
    static let mostProducts = 24

    /// - Parameter number: its place, from 1, for the refusal.
    func verify(_ number: Int) throws(ContentRefusal) {
        guard kind != .hero && kind != .story || !title.isEmpty else { throw .titleMissing(block: number) }
        guard title.count <= 200, alt.count <= 500, text.count <= Self.mostText else { throw .tooLong(block: number) }
        guard collections.count <= Self.mostCollections, (1...Self.mostProducts).contains(count) else { throw .tooMany(block: number) }
        for address in [picture, link?.address].compactMap({ $0 }) {
            guard address.utf8.count <= 2_000, Self.isSafe(address) else { throw .address(block: number) }
        }
    }

    static func isSafe(_ address: String) -> Bool {
        (address.hasPrefix("/") && !address.hasPrefix("//")) || address.hasPrefix("https://")
    }
}
