import NIOCore

/// Server-sent events as bytes (WHATWG HTML, 9.2.6).
enum LiveFrame {
    static let contentType = "text/event-stream"

    /// An event: its topic is the first line of its data, the value the rest.
    static func event(_ event: LiveEvent, id: LiveEventID?) -> ByteBuffer {
        var text = (id.map { "id: \($0.text)\n" } ?? "") + "data: \(event.topic)\n"
        for line in event.data.split(separator: /\r\n|\r|\n/, omittingEmptySubsequences: false) { text += "data: \(line)\n" }
        return ByteBuffer(string: text + "\n")
    }

    /// Tells the browser where it is without telling the page anything, so that it can resume from here; also what keeps
    /// a quiet stream from being taken for a dead one.
    static func mark(_ id: LiveEventID) -> ByteBuffer {
        ByteBuffer(string: "id: \(id.text)\n\n")
    }

    /// Tells the page that events were lost, so that it reads its numbers anew.
    static func reset(_ id: LiveEventID) -> ByteBuffer {
        ByteBuffer(string: "id: \(id.text)\nevent: reset\ndata: reset\n\n")
    }

    /// How long a browser waits before it comes again.
    static func retry(_ time: Duration) -> ByteBuffer {
        ByteBuffer(string: "retry: \(time.wholeMicroseconds / 1_000)\n\n")
    }
}
