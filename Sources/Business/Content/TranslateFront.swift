import Catalog
import Channels
import Database
import Essentials
import Staff

/// Sets the words of a front's blocks in another language; what is `nil` is shown in the original.
/// - Parameters:
///   - words: of each block, in their order.
///   - seen: the version of the front that was translated.
/// - Throws: `ContentRefusal.language`, `.tooLong`, and `.changedMeanwhile` when the blocks are others now;
///   `StaffRefusal.forbidden` without a manager's role everywhere.
@discardableResult
public func translateFront(
    of channel: Channel.ID, into language: String, words: [FrontWords], seen: Int64, by actor: Actor, in transaction: Transaction,
    world: World
) throws -> FrontPage {
    try actor.require(.manager)
    guard let tag = LanguageTag.clean(language) else { throw ContentRefusal.language(language) }
    guard let front = try FrontPage.find(channel, in: transaction), front.version == seen, front.blocks.count == words.count else {
        throw ContentRefusal.changedMeanwhile
    }
    let blocks = zip(front.blocks, words).map { block, words in
        var block = block
        let said = words.cleaned
        block.translations[tag] = said.isEmpty ? nil : said
        return block
    }
    guard blocks != front.blocks else { return front }
    return try arrangeFront(of: channel, blocks: blocks, seen: seen, by: actor, in: transaction, world: world)
}
