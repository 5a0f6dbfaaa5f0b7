import Database
import Essentials
import Foundation

/// Something that has happened, recorded in the transaction in which it happened.
///
/// A body is versioned, only ever gains fields, and holds ids and figures: never names, addresses or messages.
public protocol Fact: Codable, Sendable {
    /// `order.placed`: the noun, then what happened to it.
    static var topic: String { get }
    static var version: Int { get }
    /// What it is about: the bits of that noun's id.
    var subject: UInt128 { get }
}

extension Fact {
    public static var version: Int { 1 }

    /// Adds the fact to the feed; followers see it once the transaction is durable.
    public func record(by origin: Origin, in transaction: Transaction, world: World) throws {
        let text = try FactText.of(self)
        let now = world.now
        let subject = subject
        try transaction.run(
            """
            INSERT INTO fact (at, topic, version, subject, body, actor, channel, cause)
            VALUES (\(now), \(Self.topic), \(Self.version), \(subject), \(text), \(origin.actor), \(origin.channel), \(origin.cause))
            RETURNING \(sql: transaction.feedWords.place)
            """
        ) { row in
            transaction.announce(
                RecordedFact(
                    place: try FeedPlace(row: &row), at: now, topic: Self.topic, version: Self.version, subject: subject, body: text,
                    origin: origin, fact: self))
        }
    }
}

/// A fact as the feed keeps it.
public struct RecordedFact: Sendable {
    public let place: FeedPlace
    public let at: Instant
    public let topic: String
    public let version: Int
    public let subject: UInt128
    /// JSON
    public let body: String
    public let origin: Origin
    /// The fact itself, where this process has just recorded it: it need not be read from the body again.
    private let fact: (any Fact)?

    init(
        place: FeedPlace, at: Instant, topic: String, version: Int, subject: UInt128, body: String, origin: Origin, fact: (any Fact)? = nil
    ) {
        self.place = place
        self.at = at
        self.topic = topic
        self.version = version
        self.subject = subject
        self.body = body
        self.origin = origin
        self.fact = fact
    }

    /// Its number: unique, and that of its transaction's facts in their order.
    public var seq: Int64 { place.seq }

    /// The body as `fact`'s own type, or `nil` when this is a fact of another topic.
    public func decoded<F: Fact>(as _: F.Type = F.self) throws -> F? {
        guard topic == F.topic else { return nil }
        return try fact as? F ?? JSONDecoder().decode(F.self, from: Data(body.utf8))
    }
}

extension RecordedFact: Readable {
    /// Behind the two columns of its place.
    static let columns: SQL = "at, topic, version, subject, body, actor, channel, cause"

    public init(row: inout Row) throws {
        place = try FeedPlace(row: &row)
        at = try row.next()
        topic = try row.next()
        version = try row.next()
        subject = try row.next()
        body = try row.next()
        origin = try Origin(actor: row.next(), channel: row.next(), cause: row.next())
        fact = nil
    }
}

extension RecordedFact: Equatable {
    /// What the feed keeps of them is the same.
    public static func == (a: RecordedFact, b: RecordedFact) -> Bool {
        a.place == b.place && a.at == b.at && a.topic == b.topic && a.version == b.version && a.subject == b.subject && a.body == b.body
            && a.origin == b.origin
    }
}
