/// A place in the stream of live events: the feed's epoch, a fact's place in the feed, and the event's place among those of
/// the fact. Later events have later ids; ids of different epochs say nothing about each other.
struct LiveEventID: Equatable, Sendable {
    let epoch: String
    let seq: LivePlace
    let part: Int

    init(epoch: String, seq: LivePlace, part: Int) {
        self.epoch = epoch
        self.seq = seq
        self.part = part
    }

    /// Reads `epoch.seq.part`; `nil` for anything else, which a browser may well send.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let seq = LivePlace(parts[1]), let part = Int(parts[2]), !parts[0].isEmpty else { return nil }
        self.init(epoch: String(parts[0]), seq: seq, part: part)
    }

    var text: String { "\(epoch).\(seq.text).\(part)" }
}

/// What a page is told: a new value of a topic.
public struct LiveEvent: Sendable, Equatable {
    /// Letters, digits and `: _ - .`: `stock:var_01h455vb4pex5vsknk084sn02q`.
    public let topic: String
    /// The value as the page shows it, or what its script understands.
    public let data: String

    public init(topic: String, data: String) {
        precondition(Self.isTopic(topic), "“\(topic)” is no topic")
        self.topic = topic
        self.data = data
    }

    static func isTopic(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x3a, 0x5f, 0x2d, 0x2e: true
                default: false
                }
            }
    }
}
