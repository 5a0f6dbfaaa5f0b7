import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// One browser that listens. It has no queue and no task of its own: what it is sent goes to its connection, whose buffer
/// is bounded. Who does not keep up is dropped, comes back, and resumes.
final class LiveStream: Sendable {
    let channel: any Channel
    let topics: Set<String>
    private let state = Mutex<(hasEnded: Bool, waiting: CheckedContinuation<Void, Never>?)>((false, nil))

    init(channel: any Channel, topics: Set<String>) {
        self.channel = channel
        self.topics = topics
    }

    /// Sends one frame; on the connection's own event loop.
    func send(_ frame: ByteBuffer) {
        guard channel.isWritable else { return channel.close(promise: nil) }
        channel.writeAndFlush(HTTPResponsePart.body(frame), promise: nil)
    }

    /// Returns once the browser has left, or the hub ends.
    func untilEnd() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.waiting = continuation }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    func end() {
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }
}

extension LiveStream: Hashable {
    static func == (a: LiveStream, b: LiveStream) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
