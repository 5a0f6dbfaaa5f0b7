import Channels
import Content
import Database
import Essentials
import Staff

/// One block of the demo shop's front, in `Demo/assortment/front.json`.
struct DemoFrontBlock: Decodable, Sendable {
    let kind: FrontBlock.Kind
    let title: String?
    /// Words of a hero; paragraphs of a story.
    let text: String?
    /// By preference: the first that has been rendered is shown.
    let pictures: [DemoPicture]?
    let link: FrontBlock.Link?
    /// Handles.
    let collections: [String]?
    let count: Int?
    let isTurned: Bool?
    /// By language.
    let translations: [String: Words]?

    struct Words: Decodable, Sendable {
        let title: String?
        let text: String?
        /// On the way to where the block leads.
        let link: String?
        /// What its pictures show, by their names.
        let alts: [String: String]?
    }

    fileprivate func block(pictures shown: DemoPictures) -> FrontBlock {
        let known = (pictures ?? []).first { shown.address(of: $0.name) != nil }
        let said = (translations ?? [:]).mapValues { words in
            FrontWords(
                title: words.title, text: words.text.map(written), alt: known.flatMap { words.alts?[$0.name] }, linkTitle: words.link)
        }
        return FrontBlock(
            kind, title: title ?? "", text: text.map(written) ?? "", picture: known.flatMap { shown.address(of: $0.name) },
            alt: known?.alt ?? "", link: link, collections: collections ?? [], count: count ?? 8, isTurned: isTurned ?? false,
            translations: said)
    }

    private func written(_ text: String) -> String { kind == .story ? [text].paragraphs : text }
}

extension DemoAssortment {
    /// The front of the demo's web shop, as its owner likes it.
    func arrangeFront(of web: Channel, by actor: Actor, in transaction: Transaction, world: World) throws {
        let blocks = front.map { $0.block(pictures: pictures) }
        _ = try Content.arrangeFront(of: web.id, blocks: blocks, seen: 0, by: actor, in: transaction, world: world)
    }
}
