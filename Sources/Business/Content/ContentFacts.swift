import Channels
import Essentials
import Feed

/// The front of a channel's shop is another now.
public struct FrontArranged: Fact {
    public static let topic = "front.arranged"
    public let channel: Channel.ID
    public let version: Int64
    public var subject: UInt128 { channel.bits }
}

/// A story, or one of its translations, is new, has changed or has gone.
public struct StoryChanged: Fact, Equatable {
    public static let topic = "story.changed"
    public let story: Story.ID
    public var subject: UInt128 { story.bits }
}

/// The menu or the promises of a channel's shop are others now.
public struct ShopGuided: Fact {
    public static let topic = "shop.guided"
    public let channel: Channel.ID
    public let version: Int64
    public var subject: UInt128 { channel.bits }
}
