import Essentials
import Feed

public struct ChannelCreated: Fact {
    public static let topic = "channel.created"
    public let channel: Channel.ID
    public let kind: String
    public var subject: UInt128 { channel.bits }
}

public struct ChannelUpdated: Fact {
    public static let topic = "channel.updated"
    public let channel: Channel.ID
    public let version: Int
    /// What is different now: `handle`, `name`, `purpose`, `currency`, `language`, `price_list`, `rule`, `locations`.
    public let changed: [String]
    public var subject: UInt128 { channel.bits }
}

/// It sells from the shared stock now. What becomes of its own is for those who follow.
public struct ChannelLinked: Fact {
    public static let topic = "channel.linked"
    public let channel: Channel.ID
    public var subject: UInt128 { channel.bits }
}

/// It sells from its own stock now, which is empty until somebody sets something aside for it.
public struct ChannelUnlinked: Fact {
    public static let topic = "channel.unlinked"
    public let channel: Channel.ID
    public var subject: UInt128 { channel.bits }
}

public struct ChannelArchived: Fact {
    public static let topic = "channel.archived"
    public let channel: Channel.ID
    public var subject: UInt128 { channel.bits }
}

public struct ChannelReopened: Fact {
    public static let topic = "channel.reopened"
    public let channel: Channel.ID
    public var subject: UInt128 { channel.bits }
}
