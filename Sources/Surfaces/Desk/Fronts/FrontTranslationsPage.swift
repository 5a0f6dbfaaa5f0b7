import Channels
import Content
import Database
import Essentials
import Foundation
import Web

/// The words of a shop's front and of its promises in another language, beside the original.
struct FrontTranslationsPage: DeskPage {
    let frame: Frame
    let channel: Channel
    /// Of the front whose blocks are shown.
    let version: Int64
    let languages: [TongueChoice]
    /// The one that is shown; `nil` while none is chosen.
    let language: String?
    let form: Form
    let blocks: [BlockWords]
    let guide: ShopGuide

    /// - Parameter offered: languages that the shop's pages speak, whether or not anybody has translated into them.
    init(
        _ visit: Visit, _ id: Channel.ID, language: String?, offered: [String], typed: Fields? = nil,
        notices: FieldNotices = FieldNotices(), in snapshot: some Reading
    ) throws {
        try visit.actor.require(.manager)
        guard let channel = try Channel.find(id, in: snapshot) else { throw ChannelsRefusal.unknownChannel }
        let front = try FrontPage.find(id, in: snapshot)
        let all = front?.blocks ?? []
        let guide = try ShopGuide.find(id, in: snapshot)
        let promises = try ShopGuideWords.of(id, in: snapshot)
        frame = visit.frame(.channels)
        self.channel = channel
        self.guide = guide
        self.language = language
        version = front?.version ?? 0
        let kept = Set(all.flatMap(\.translations.keys)).union(promises.keys)
        let own = channel.language.prefix { $0 != "-" }
        languages = kept.union(offered).filter { $0 != channel.language && $0 != own }.sorted().map { tag in
            let missing = all.map { $0.missing(in: tag) }.reduce(guide.missing(promises[tag]), +)
            return TongueChoice(tag, missing: missing, isChosen: tag == language, in: visit.language)
        }
        let said = language.flatMap { promises[$0] }
        form =
            typed.map { Form(typed: $0, notices: notices) }
            ?? Form([
                "language": language ?? "", "delivery_words": said?.delivery ?? "", "shop_words": said?.shop ?? "",
                "version": String(front?.version ?? 0),
            ])
        blocks = all.enumerated().map { place, block in
            let prefix = "blocks.\(place)."
            let form = typed.map { Form(typed: $0, prefix: prefix, notices: notices) }
            return BlockWords(
                form: form ?? Form((language.flatMap { block.translations[$0] } ?? FrontWords()).values, prefix: prefix), block: block,
                place: place)
        }
    }

    static let answers: Answers = [
        "frame": \.frame, "channelID": \.channel.id.description, "name": \.channel.name, "originalLanguage": \.channel.language,
        "languages": \.languages, "language": \.language, "isChosen": { $0.language != nil }, "f": \.form, "notices": \.form.notices,
        "blocks": \.blocks,
        "deliveryWords": { $0.guide.deliveryWords.isEmpty ? nil : $0.guide.deliveryWords },
        "shopWords": { $0.guide.shopWords.isEmpty ? nil : $0.guide.shopWords },
        "hasPromises": { !$0.guide.deliveryWords.isEmpty || !$0.guide.shopWords.isEmpty },
        "isEmpty": { $0.blocks.allSatisfy(\.block.words.isEmpty) && $0.guide.deliveryWords.isEmpty && $0.guide.shopWords.isEmpty },
    ]
}

/// A language that something may be translated into.
struct TongueChoice: Shown {
    let tag: String
    /// In the language of whoever reads the page.
    let name: String
    /// How many of the original's texts it has no words for.
    let missing: Int
    let isChosen: Bool

    init(_ tag: String, missing: Int, isChosen: Bool, in language: String) {
        self.tag = tag
        name = Locale(identifier: language).localizedString(forIdentifier: tag) ?? tag
        self.missing = missing
        self.isChosen = isChosen
    }

    static let answers: Answers = [
        "tag": \.tag, "name": \.name, "missing": \.missing, "isWhole": { $0.missing == 0 }, "isChosen": \.isChosen,
    ]
}

/// One block's words, to be translated.
struct BlockWords: Shown {
    let form: Form
    let block: FrontBlock
    let place: Int

    static let answers: Answers = [
        "b": \.form, "kind": { Chosen($0.block.kind.rawValue) }, "place": \.place, "number": { $0.place + 1 },
        "hasWords": { !$0.block.words.isEmpty }, "originalTitle": \.block.words.title, "originalText": \.block.words.text,
        "originalAlt": \.block.words.alt, "originalLink": \.block.words.linkTitle,
    ]
}

extension FrontBlock {
    /// How many of its texts have no words in a language.
    fileprivate func missing(in language: String) -> Int {
        let texts: [KeyPath<FrontWords, String?>] = [\.title, \.text, \.alt, \.linkTitle]
        let said = translations[language] ?? FrontWords()
        return texts.count { words[keyPath: $0] != nil && said[keyPath: $0] == nil }
    }
}

extension ShopGuide {
    fileprivate func missing(_ said: ShopGuideWords?) -> Int {
        [(deliveryWords, said?.delivery), (shopWords, said?.shop)].count { !$0.isEmpty && $1 == nil }
    }
}
