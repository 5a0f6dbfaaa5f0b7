import Channels
import Database
import Essentials
import Foundation
import Staff

/// Keeps blocks that somebody wants to look at before they are the front of a channel's shop. There is one draft of a
/// channel: the last one.
/// - Throws: what `arrangeFront` throws for blocks that cannot be; `StaffRefusal.forbidden` without a manager's role everywhere.
public func draftFront(
    of channel: Channel.ID, blocks: [FrontBlock], by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    try FrontPage.verify(blocks)
    guard try Channel.find(channel, in: transaction) != nil else { throw ChannelsRefusal.unknownChannel }
    let text = String(decoding: try JSONEncoder().encode(blocks), as: UTF8.self)
    try transaction.run(
        """
        INSERT INTO front_draft (channel, blocks, made_at) VALUES (\(channel), \(text), \(world.now))
        ON CONFLICT (channel) DO UPDATE SET blocks = EXCLUDED.blocks, made_at = EXCLUDED.made_at
        """)
}

extension FrontPage {
    /// The blocks that somebody wanted to look at; `nil` when nobody did.
    /// - Throws: `StaffRefusal.forbidden` without a manager's role everywhere.
    public static func draft(of channel: Channel.ID, by actor: Actor, in reading: some Reading) throws -> [FrontBlock]? {
        try actor.require(.manager)
        return try reading.value("SELECT blocks FROM front_draft WHERE channel = \(channel)", as: String.self).flatMap {
            try? JSONDecoder().decode([FrontBlock].self, from: Data($0.utf8))
        }
    }

    /// - Throws: `ContentRefusal` for the first block that cannot be.
    static func verify(_ blocks: [FrontBlock]) throws(ContentRefusal) {
        guard blocks.count <= mostBlocks else { throw .tooManyBlocks(mostBlocks) }
        guard blocks.count(where: { $0.kind == .products }) <= mostRows else { throw .tooManyRows(mostRows) }
        for (index, block) in blocks.enumerated() { try block.verify(index + 1) }
    }
}
