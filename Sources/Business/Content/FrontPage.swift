import Channels
import Database
import Essentials
import Foundation

/// The front of a channel's shop.
public struct FrontPage: Sendable, Equatable {
    public let channel: Channel.ID
    public let blocks: [FrontBlock]
    /// Grows by one with each change, so that nobody overwrites what they have not seen.
    public let version: Int64

    public static let mostBlocks = 20
    /// Rows of products that one front shows at most: each has to be looked up by itself.
    static let mostRows = 4

    /// The channel's own front; `nil` when nobody has arranged one.
    public static func find(_ channel: Channel.ID, in reading: some Reading) throws -> FrontPage? {
        try reading.row("SELECT blocks, version FROM front_page WHERE channel = \(channel)") { row in
            let text: String = try row.next()
            guard let blocks = try? JSONDecoder().decode([FrontBlock].self, from: Data(text.utf8)) else {
                throw DatabaseFault.column(0, wanted: "blocks of a front page")
            }
            return FrontPage(channel: channel, blocks: blocks, version: try row.next())
        }
    }
}
