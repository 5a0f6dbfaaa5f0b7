import NIOCore

/// Who listens to what, by event loop, so that an event costs one hop for each loop and not for each browser.
struct LiveAudience {
    private struct Seats {
        let eventLoop: any EventLoop
        var streams: Set<LiveStream> = []
    }

    private var byTopic: [String: [ObjectIdentifier: Seats]] = [:]
    private(set) var everybody: Set<LiveStream> = []

    mutating func add(_ stream: LiveStream) {
        everybody.insert(stream)
        let eventLoop = stream.channel.eventLoop
        for topic in stream.topics {
            byTopic[topic, default: [:]][ObjectIdentifier(eventLoop), default: Seats(eventLoop: eventLoop)].streams.insert(stream)
        }
    }

    mutating func remove(_ stream: LiveStream) {
        guard everybody.remove(stream) != nil else { return }
        let eventLoop = ObjectIdentifier(stream.channel.eventLoop)
        for topic in stream.topics {
            byTopic[topic]?[eventLoop]?.streams.remove(stream)
            if byTopic[topic]?[eventLoop]?.streams.isEmpty == true { byTopic[topic]?[eventLoop] = nil }
            if byTopic[topic]?.isEmpty == true { byTopic[topic] = nil }
        }
    }

    func hears(_ topic: String) -> Bool { byTopic[topic] != nil }

    /// Hands the frame to everybody who listens to the topic.
    func send(_ frame: ByteBuffer, to topic: String) {
        for seats in (byTopic[topic] ?? [:]).values {
            let streams = seats.streams
            seats.eventLoop.execute { for stream in streams { stream.send(frame) } }
        }
    }

    /// Hands the frame to everybody.
    func send(_ frame: ByteBuffer) {
        let byLoop = Dictionary(grouping: everybody) { ObjectIdentifier($0.channel.eventLoop) }
        for streams in byLoop.values {
            streams.first?.channel.eventLoop.execute { for stream in streams { stream.send(frame) } }
        }
    }
}
