import Catalog

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
    /// Its words in other languages, by BCP 47 tag.
    public var translations: [String: FrontWords]

    public init(
        _ kind: Kind, title: String = "", text: String = "", picture: String? = nil, alt: String = "", link: Link? = nil,
        collections: [String] = [], count: Int = 8, isTurned: Bool = false, translations: [String: FrontWords] = [:]
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
        self.translations = translations
    }

    /// Blocks that were kept before they could be translated have no translations.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(Kind.self, forKey: .kind)
        title = try values.decode(String.self, forKey: .title)
        text = try values.decode(String.self, forKey: .text)
        picture = try values.decodeIfPresent(String.self, forKey: .picture)
        alt = try values.decode(String.self, forKey: .alt)
        link = try values.decodeIfPresent(Link.self, forKey: .link)
        collections = try values.decode([String].self, forKey: .collections)
        count = try values.decode(Int.self, forKey: .count)
        isTurned = try values.decode(Bool.self, forKey: .isTurned)
        translations = try values.decodeIfPresent([String: FrontWords].self, forKey: .translations) ?? [:]
    }

    static let mostText = 10_000
    static let mostCollections = 12
    static let mostProducts = 24
    static let mostLanguages = 50

    /// - Parameter number: its place, from 1, for the refusal.
    func verify(_ number: Int) throws(ContentRefusal) {
        guard kind != .hero && kind != .story || !title.isEmpty else { throw .titleMissing(block: number) }
        guard title.count <= 200, alt.count <= 500, text.count <= Self.mostText else { throw .tooLong(block: number) }
        guard collections.count <= Self.mostCollections, (1...Self.mostProducts).contains(count) else { throw .tooMany(block: number) }
        for address in [picture, link?.address].compactMap({ $0 }) {
            guard address.utf8.count <= 2_000, Self.isSafe(address) else { throw .address(block: number) }
        }
        guard translations.count <= Self.mostLanguages else { throw .tooMany(block: number) }
        for (tag, words) in translations {
            guard LanguageTag.clean(tag) == tag else { throw .language(tag) }
            guard words.title?.count ?? 0 <= 200, words.alt?.count ?? 0 <= 500, words.text?.count ?? 0 <= Self.mostText,
                words.linkTitle?.count ?? 0 <= 200
            else { throw .tooLong(block: number) }
        }
    }

    static func isSafe(_ address: String) -> Bool {
        (address.hasPrefix("/") && !address.hasPrefix("//")) || address.hasPrefix("https://")
    }
}
