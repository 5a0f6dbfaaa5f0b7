import Essentials
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// Tells open pages what changes: server-sent events, one stream for a browser, resumed where it broke off.
///
/// Readers of the feed publish, each in the feed's order. An event costs by those who listen to its topic, and need not be
/// made when nobody does (`heard(among:)`). A page that just opened is told the present values of its topics, so nothing is
/// lost between rendering and listening; one that comes back gets what it missed; one that was away too long is told to
/// read its numbers anew.
public final class LiveHub: Service {
    private struct State {
        var replay: LiveReplay
        var audience = LiveAudience()
        var hasEnded = false
    }

    private let state: Mutex<State>
    private let heartbeat: Duration
    private let capacity: Int
    private let kept: Int

    /// - Parameters:
    ///   - epoch: the feed's; letters, digits and `_ -`.
    ///   - seq: the feed's place from which on events are published here.
    ///   - kept: how many events are kept for those who come back.
    ///   - capacity: how many may listen at once.
    public init(epoch: String, after seq: LivePlace, kept: Int = 32_768, capacity: Int = 20_000, heartbeat: Duration = .seconds(15)) {
        state = Mutex(State(replay: LiveReplay(epoch: epoch, seq: seq, capacity: kept)))
        self.heartbeat = heartbeat
        self.capacity = capacity
        self.kept = kept
    }

    /// Tells what one fact changed. What was told of a topic before is not told again.
    ///
    /// Several may publish, each at its own pace: what one tells of an earlier fact than another told last is heard all the
    /// same, and comes later in the stream.
    /// - Parameter seq: the fact's place in the feed.
    public func publish(_ events: [LiveEvent], at seq: LivePlace) {
        state.withLock { state in
            let fresh = events.filter { !state.replay.hasTold($0.topic, at: seq) }
            for event in fresh { state.audience.send(state.replay.append(event, at: seq), to: event.topic) }
            state.replay.pass(seq)
        }
    }

    /// Begins a new epoch, after a restore: everybody reads their numbers anew.
    public func restart(epoch: String, after seq: LivePlace) {
        state.withLock { state in
            state.replay = LiveReplay(epoch: epoch, seq: seq, capacity: kept)
            state.audience.send(LiveFrame.reset(state.replay.last))
        }
    }

    /// Those of the topics that somebody listens to: only their values need to be found out and published.
    public func heard(among topics: some Sequence<String>) -> [String] {
        let topics = Array(topics)
        return state.withLock { state in topics.filter { state.audience.hears($0) } }
    }

    /// How many listen now.
    public var listeners: Int { state.withLock { $0.audience.everybody.count } }

    /// Ends every stream, and lets none begin.
    public func end() {
        let streams = state.withLock { state in
            state.hasEnded = true
            return state.audience.everybody
        }
        for stream in streams { stream.end() }
    }

    /// Sends heartbeats until shutdown.
    public func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: self.heartbeat) }
            } catch {
                return end()
            }
            beat()
        }
    }

    func beat() {
        state.withLock { $0.audience.send(LiveFrame.mark($0.replay.last)) }
    }

    /// Lets the stream join, and tells it what it missed; without an `id`, the latest values, unless it is told the present
    /// ones afterwards.
    ///
    /// - Returns: where in the stream it joined; `nil` when the hub has ended.
    func begin(_ stream: LiveStream, after id: LiveEventID?, isToldPresent: Bool) -> LiveEventID? {
        state.withLock { state in
            guard !state.hasEnded else { return nil }
            var frames = [LiveFrame.retry(.seconds(2))]
            if let id {
                frames += state.replay.frames(after: id, of: stream.topics) ?? [LiveFrame.reset(state.replay.last)]
            } else if !isToldPresent {
                frames += state.replay.latest(of: stream.topics)
            }
            frames.append(LiveFrame.mark(state.replay.last))
            let greeting = frames.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
            // Under the lock: whatever is published next is handed to the loop after the greeting.
            stream.channel.eventLoop.execute { stream.send(greeting) }
            state.audience.add(stream)
            return state.replay.last
        }
    }

    /// Tells one browser the values that its topics have now; `nil` tells it to read anew. What was published since it
    /// joined is newer than what was read meanwhile, and is left as it is.
    func tell(_ events: [LiveEvent]?, to stream: LiveStream, joined: LiveEventID) {
        state.withLock { state in
            let frames =
                events?.filter { !state.replay.hasNews(of: $0.topic, after: joined) }.map { LiveFrame.event($0, id: nil) }
                ?? [LiveFrame.reset(state.replay.last)]
            let told = frames.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
            if told.readableBytes > 0 { stream.channel.eventLoop.execute { stream.send(told) } }
        }
    }

    func leave(_ stream: LiveStream) {
        state.withLock { $0.audience.remove(stream) }
    }

    func admit() throws {
        try state.withLock { state in
            if state.hasEnded || state.audience.everybody.count >= capacity { throw LiveRefusal.full }
        }
    }
}
