import NIOCore

/// The latest events, for those who come back and for those who just came.
struct LiveReplay {
    private struct Kept {
        let id: LiveEventID
        /// The place in the feed that it was told for; its id may stand behind it.
        let seq: LivePlace
        let topic: String
        let frame: ByteBuffer
    }

    private(set) var last: LiveEventID
    /// Events up to here are not kept.
    private var start: LiveEventID
    private let capacity: Int
    private var ring: [Kept] = []
    private var oldest = 0
    /// Where each topic's latest event stands in the ring.
    private var latest: [String: Int] = [:]

    init(epoch: String, seq: LivePlace, capacity: Int) {
        last = LiveEventID(epoch: epoch, seq: seq, part: 0)
        start = last
        self.capacity = capacity
    }

    /// Ids only grow: what is told late stands behind what was told last.
    mutating func append(_ event: LiveEvent, at seq: LivePlace) -> ByteBuffer {
        let id =
            seq > last.seq
            ? LiveEventID(epoch: last.epoch, seq: seq, part: 0) : LiveEventID(epoch: last.epoch, seq: last.seq, part: last.part + 1)
        let kept = Kept(id: id, seq: seq, topic: event.topic, frame: LiveFrame.event(event, id: id))
        last = id
        if ring.count < capacity {
            latest[event.topic] = ring.count
            ring.append(kept)
        } else {
            let gone = ring[oldest]
            start = gone.id
            if latest[gone.topic] == oldest { latest[gone.topic] = nil }
            ring[oldest] = kept
            latest[event.topic] = oldest
            oldest = (oldest + 1) % capacity
        }
        return kept.frame
    }

    /// Whether the topic was told something for this place in the feed, or a later one.
    func hasTold(_ topic: String, at seq: LivePlace) -> Bool {
        latest[topic].map { ring[$0].seq >= seq } ?? false
    }

    /// Moves on to a fact that had nothing to tell.
    mutating func pass(_ seq: LivePlace) {
        guard seq > last.seq else { return }
        last = LiveEventID(epoch: last.epoch, seq: seq, part: 0)
    }

    /// What somebody needs who knows everything up to `id`; `nil` when that is no longer known here.
    func frames(after id: LiveEventID, of topics: Set<String>) -> [ByteBuffer]? {
        guard id.epoch == start.epoch, (id.seq, id.part) >= (start.seq, start.part) else { return nil }
        return (place(after: id)..<ring.count).lazy.map { self[$0] }.filter { topics.contains($0.topic) }.map(\.frame)
    }

    /// The event that stands `place` after the oldest.
    private subscript(place: Int) -> Kept { ring[(oldest + place) % ring.count] }

    /// The place of the first event later than `id`; ids only grow, so half of the rest is ruled out at each step.
    private func place(after id: LiveEventID) -> Int {
        var low = 0
        var high = ring.count
        while low < high {
            let middle = (low + high) / 2
            if (self[middle].id.seq, self[middle].id.part) > (id.seq, id.part) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether an event of the topic is kept that is later than `id`.
    func hasNews(of topic: String, after id: LiveEventID) -> Bool {
        guard let place = latest[topic] else { return false }
        return (ring[place].id.seq, ring[place].id.part) > (id.seq, id.part)
    }

    /// The latest value of each topic that changed lately: what a page may have missed between being rendered and listening.
    func latest(of topics: Set<String>) -> [ByteBuffer] {
        topics.compactMap { latest[$0] }.map { ring[$0] }
            .sorted { ($0.id.seq, $0.id.part) < ($1.id.seq, $1.id.part) }
            .map(\.frame)
    }
}
