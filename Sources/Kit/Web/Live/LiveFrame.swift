import HTTPTypes
import NIOCore

/// Server-sent events as bytes (WHATWG HTML, 9.2).
enum LiveFrame {
    static let contentType = "text/event-stream"
}
