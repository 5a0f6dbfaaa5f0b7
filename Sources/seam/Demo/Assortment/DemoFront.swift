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

    fileprivate func block(pictures shown: DemoPictures) -> FrontBlock {
        let picture = shown.media(of: pictures ?? []).first
        return FrontBlock(
            kind, title: title ?? "", text: kind == .story ? [text ?? ""].paragraphs : text ?? "", picture: picture?.url,
            alt: picture?.alt ?? "", link: link, collections: collections ?? [], count: count ?? 8, isTurned: isTurned ?? false)
    }
}

extension DemoAssortment {
    /// The front of the demo's web shop, as its owner likes it.
    func arrangeFront(of web: Channel, by actor: Actor, in transaction: Transaction, world: World) throws {
        let blocks = front.map { $0.block(pictures: pictures) }
        _ = try Content.arrangeFront(of: web.id, blocks: blocks, seen: 0, by: actor, in: transaction, world: world)
    }
}
