import Foundation

/// One visitor's connection: a socket that never blocks, and the answer that is being read from it.
final class Connection {
    let visitor: any Visitor
    let socket: Int32
    /// The request whose answer is awaited.
    private(set) var pending: Request?
    private(set) var sent = Tick(nanoseconds: 0)
    private var parser = AnswerParser(keepsBody: false)
    private var written = 0
    private var hasHandedOverHead = false

    init(to port: UInt16, for visitor: any Visitor) throws {
        self.visitor = visitor
        socket = try connectedSocket(to: port)
    }

    deinit {
        close(socket)
    }

    /// Part of the request still waits for room in the socket.
    var isSending: Bool { pending.map { written < $0.bytes.count } ?? false }

    func start(_ request: Request, at now: Tick) throws {
        pending = request
        sent = now
        written = 0
        hasHandedOverHead = false
        parser = AnswerParser(keepsBody: request.keepsBody || request.streams)
        try sendMore()
    }

    func sendMore() throws {
        guard let pending else { return }
        let count = pending.bytes.withUnsafeBytes { bytes in
            let rest = bytes[written...]
            return send(socket, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, quietly)
        }
        if count >= 0 {
            written += count
        } else if errno != EAGAIN && errno != EINTR {
            throw BenchFault.system("send", code: errno)
        }
    }

    /// Reads what has arrived and hands it to the visitor.
    /// - Returns: whether the answer is whole, so that the visitor is to be asked for its next step.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> Bool {
        let count = recv(socket, buffer.baseAddress, buffer.count, 0)
        if count < 0 {
            if errno == EAGAIN || errno == EINTR { return false }
            throw BenchFault.system("recv", code: errno)
        }
        guard let request = pending else { throw BenchFault.unexpected("the server closed an idle connection") }
        if count == 0 { try parser.readEnd() } else { try parser.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }

        let now = Tick.now
        if request.streams, parser.isInBody { handOverStream(of: request, at: now) }
        guard parser.isComplete else { return false }
        pending = nil
        if !hasHandedOverHead { visitor.receive(parser.answer, to: request, sent: sent, at: now) }
        return true
    }

    /// The server closes after this answer, so that the next request needs another connection.
    var isSpent: Bool { pending == nil && parser.answer.closes }

    private func handOverStream(of request: Request, at now: Tick) {
        if !hasHandedOverHead {
            hasHandedOverHead = true
            visitor.receive(parser.answer, to: request, sent: sent, at: now)
        }
        let piece = parser.takeBody()
        if !piece.isEmpty { visitor.hear(piece, at: now) }
    }
}

/// A connected socket that sends at once and never blocks.
private func connectedSocket(to port: UInt16) throws -> Int32 {
    let descriptor = socket(AF_INET, streamSocket, 0)
    guard descriptor >= 0 else { throw BenchFault.system("socket", code: errno) }
    var address = loopback(port)
    let outcome = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard outcome == 0 else {
        let code = errno
        close(descriptor)
        throw BenchFault.system("connect", code: code)
    }
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    #if !os(Linux)
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
}
