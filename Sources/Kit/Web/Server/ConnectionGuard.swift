import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that would be held for nothing: a body that trickles in or grows beyond the limit, a browser
/// that takes none of what it is sent, a stream whose reader has left.
///
/// A head that never ends is closed by the idle timeout. A request that arrives whole sets no timer.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: BodyLimits
    private let writeTimeout: TimeAmount

    private var isReadingBody = false
    private var isStreaming = false
    private var allowed: (bytes: Int, time: TimeAmount)
    private var received = 0
    private var isRefused = false
    private var bodyDeadline: Scheduled<Void>?
    private var writeDeadline: Scheduled<Void>?

    init(limits: BodyLimits, writeTimeout: TimeAmount) {
        self.limits = limits
        allowed = limits.allowed(at: nil)
        self.writeTimeout = writeTimeout
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isReadingBody = true
            received = 0
            allowed = limits.allowed(at: head.path)
            isRefused = head.headerFields[.contentLength].flatMap { Int($0) }.map { $0 > allowed.bytes } ?? false
        case .body(let bytes):
            // Nobody reads a body that was refused by its announced length. Throwing it away, instead of closing, lets
            // the browser see why.
            if isRefused { return }
            received += bytes.readableBytes
            if received > allowed.bytes {
                isRefused = true
                return context.fireErrorCaught(NIOTooManyBytesError(maxBytes: allowed.bytes))
            }
        case .end:
            isReadingBody = false
            bodyDeadline?.cancel()
            bodyDeadline = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isReadingBody, bodyDeadline == nil {
            bodyDeadline = closing(context, after: allowed.time)
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isStreaming = head.headerFields[.contentType] == LiveFrame.contentType
        case .body: break
        case .end: isStreaming = false
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writeDeadline?.cancel()
        writeDeadline = context.channel.isWritable ? nil : closing(context, after: writeTimeout)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isStreaming, case ChannelEvent.inputClosed = event { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        bodyDeadline?.cancel()
        writeDeadline?.cancel()
    }

    private func closing(_ context: ChannelHandlerContext, after time: TimeAmount) -> Scheduled<Void> {
        context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
