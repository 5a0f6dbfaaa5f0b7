import Hummingbird
import NIOCore

/// What is known about one request; surfaces add what they find out (a session, a channel) as typed values.
///
/// A context is a value: what a middleware sets is seen by what it calls, and by nobody else.
public struct SeamContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The connection, or the HTTP/2 stream, that the request came through.
    public let channel: any Channel
    /// Names the request in the log, in `X-Request-Id` and on an error page. It grants nothing.
    public internal(set) var requestID = ""
    /// True when the browser speaks TLS, to us or to a trusted proxy: cookies are then `Secure`.
    public internal(set) var isSecure = false
    /// The host and port that the browser asked for: `shop.example` or `localhost:8080`.
    public internal(set) var host = ""
    /// The language of the answer, a BCP 47 tag; the surface chooses it.
    public var language = "en"

    var forwardedAddress: IPAddress?
    private var values: [ObjectIdentifier: any Sendable] = [:]

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Where the request comes from; of the proxies on the way, only trusted ones are believed.
    public var client: IPAddress? {
        forwardedAddress ?? IPAddress(channel.remoteAddress)
    }

    /// The pattern of the route, `/order/{secret}`: what logs and metrics name a request by, since a path may hold a secret.
    public var route: String {
        endpointPath ?? "unmatched"
    }

    /// A value that a surface keeps with the request, one of each type: `context[Session.self] = session`.
    public subscript<Value: Sendable>(_: Value.Type) -> Value? {
        get { values[ObjectIdentifier(Value.self)] as? Value }
        set { values[ObjectIdentifier(Value.self)] = newValue }
    }

    /// A part of the path, decoded: `context.parameter("handle")` for `/products/{handle}`; `nil` when it is no UTF-8.
    public func parameter(_ name: String) -> String? {
        guard let raw = parameters[Substring(name)] else { return nil }
        return FormText.decode(raw.utf8, plusIsSpace: false)
    }
}
