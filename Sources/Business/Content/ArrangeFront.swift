import Channels
import Database
import Essentials
import Feed
import Foundation
import Staff

/// Makes these blocks the front of a channel's shop.
/// - Parameter seen: the version that was changed; 0 when there was none.
/// - Throws: `ContentRefusal.changedMeanwhile`, and for a block that cannot be; `ChannelsRefusal.unknownChannel`;
///   `StaffRefusal.forbidden` without a manager's role everywhere.
@discardableResult
public func arrangeFront(
    of channel: Channel.ID, blocks: [FrontBlock], seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> FrontPage {
    try actor.require(.manager)
    try FrontPage.verify(blocks)
    guard try Channel.find(channel, in: transaction) != nil else { throw ChannelsRefusal.unknownChannel }

    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(blocks), as: UTF8.self)
    // The version is compared in the statement that writes: of two who saw the same one, one is refused.
    let kept = try transaction.value(
        """
        INSERT INTO front_page (channel, blocks, version, updated_at) VALUES (\(channel), \(text), \(seen + 1), \(world.now))
        ON CONFLICT (channel) DO UPDATE SET blocks = EXCLUDED.blocks, version = EXCLUDED.version, updated_at = EXCLUDED.updated_at
        WHERE front_page.version = \(seen) RETURNING version
        """, as: Int64.self)
    guard let version = kept, seen > 0 || version == 1 else { throw ContentRefusal.changedMeanwhile }
    try FrontArranged(channel: channel, version: version).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("front.arranged", about: channel, by: actor, in: transaction, world: world)
    return FrontPage(channel: channel, blocks: blocks, version: version)
}
