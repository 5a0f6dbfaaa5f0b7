import Database
import Essentials
import Feed

/// All channels that sell, to be kept in memory: there are few, and every request asks for one.
///
/// Whoever keeps one loads it anew when a fact says so:
///
///     if ChannelDirectory.isOutdated(by: fact) { directory = try await database.read { try ChannelDirectory.load(in: $0) } }
public struct ChannelDirectory: Sendable {
    /// Oldest first.
    public let channels: [Channel]
    private let byID: [Channel.ID: Channel]
    private let byHandle: [String: Channel]

    public init(_ channels: [Channel]) {
        self.channels = channels
        byID = Dictionary(channels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byHandle = Dictionary(channels.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Two statements, however many there are.
    public static func load(in snapshot: some Reading) throws -> ChannelDirectory {
        ChannelDirectory(try Channel.all(in: snapshot))
    }

    public subscript(id: Channel.ID) -> Channel? { byID[id] }
    public subscript(handle handle: String) -> Channel? { byHandle[handle] }

    /// The oldest channel of a kind.
    public func first(_ kind: Channel.Kind) -> Channel? {
        channels.first { $0.kind == kind }
    }

    /// The web shop that a server shows at its address: the one with the handle `web`, else the oldest.
    public var webShop: Channel? {
        self[handle: "web"].flatMap { $0.kind == .web ? $0 : nil } ?? first(.web)
    }

    /// Whether a directory that was loaded before the fact may be wrong after it.
    public static func isOutdated(by fact: RecordedFact) -> Bool {
        fact.topic.hasPrefix("channel.")
    }
}
