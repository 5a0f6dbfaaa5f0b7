import Catalog
import Essentials

/// A block's words in another language; what is `nil` is shown in the original.
public struct FrontWords: Sendable, Hashable, Codable {
    public var title: String?
    /// Words of a hero; HTML of a story.
    public var text: String?
    /// What the picture shows.
    public var alt: String?
    /// The words on the way to where the block leads.
    public var linkTitle: String?

    public init(title: String? = nil, text: String? = nil, alt: String? = nil, linkTitle: String? = nil) {
        self.title = title
        self.text = text
        self.alt = alt
        self.linkTitle = linkTitle
    }

    public var isEmpty: Bool { self == FrontWords() }

    /// Without blanks around them; what holds nothing else says nothing.
    var cleaned: FrontWords {
        FrontWords(title: said(title), text: said(text), alt: said(alt), linkTitle: said(linkTitle))
    }

    private func said(_ text: String?) -> String? {
        guard let words = text?.trimmed, !words.isEmpty else { return nil }
        return words
    }
}

extension FrontBlock {
    /// What the merchant wrote, as one language has it.
    public var words: FrontWords {
        FrontWords(title: title, text: text, alt: alt, linkTitle: link?.title).cleaned
    }

    /// The block as it is read in a language, and the language that each of its texts is really in.
    /// - Parameter language: what is asked for; `nil` for the original.
    public func said(in language: String?) -> SaidBlock {
        let tongue = TranslationChoice(language)
        func best(_ text: KeyPath<FrontWords, String?>) -> Translated {
            tongue.best(of: translations.compactMapValues { $0[keyPath: text] }) ?? .original(words[keyPath: text] ?? "")
        }
        return SaidBlock(block: self, title: best(\.title), text: best(\.text), alt: best(\.alt), linkTitle: best(\.linkTitle))
    }
}

/// A block as a page in some language shows it.
public struct SaidBlock: Sendable, Equatable {
    public let block: FrontBlock
    public let title: Translated
    public let text: Translated
    public let alt: Translated
    public let linkTitle: Translated

    /// Empty words are nobody's.
    public static func plain(_ block: FrontBlock) -> SaidBlock { block.said(in: nil) }
}
