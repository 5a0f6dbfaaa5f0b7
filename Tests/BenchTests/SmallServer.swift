import Foundation
import Synchronization

@testable import Bench

/// A server of a few lines, so that the bench's visitors can be tested without the shop: a thread for each connection.
final class SmallServer: Sendable {
    struct Call: Sendable {
        let method: String
        let path: String
        let cookies: String
        let body: String
    }

    enum Reply: Sendable {
        case answer(String, headers: [String] = [], body: String = "")
        /// Keeps the connection open and tells the shop how to send events over it.
        case stream(@Sendable (@escaping @Sendable (String) -> Void) -> Void)
        /// Closes the connection without an answer.
        case hangUp
    }

    let port: UInt16
    private let listener: Int32

    init(_ reply: @escaping @Sendable (Call) -> Reply) throws {
        port = try freePort()
        let listener = socket(AF_INET, streamSocket, 0)
        self.listener = listener
        var address = loopback(port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard bound == 0, listen(listener, 128) == 0 else { throw BenchFault.system("bind", code: errno) }
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { serve(connection, reply) }
            }
        }
    }

    /// Accepts nobody any more; connections end with their visitors.
    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
    }
}

private func serve(_ connection: Int32, _ reply: (SmallServer.Call) -> SmallServer.Reply) {
    defer { close(connection) }
    var received: [UInt8] = []
    while let call = readCall(from: connection, &received) {
        switch reply(call) {
        case .answer(let status, let headers, let body):
            let head = (["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)"]).joined(separator: "\r\n")
            write(head + "\r\n\r\n" + body, to: connection)
        case .stream(let open):
            write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", to: connection)
            open { text in write("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n", to: connection) }
        case .hangUp: return
        }
    }
}

private func readCall(from connection: Int32, _ received: inout [UInt8]) -> SmallServer.Call? {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
        let text = String(decoding: received, as: UTF8.self)
        if let end = text.range(of: "\r\n\r\n") {
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            func header(_ name: String) -> String {
                lines.first { $0.lowercased().hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
            }
            let body = String(text[end.upperBound...])
            if body.utf8.count >= Int(header("content-length")) ?? 0 {
                received = []
                let words = lines[0].split(separator: " ").map(String.init)
                return SmallServer.Call(method: words[0], path: words[1], cookies: header("cookie"), body: body)
            }
        }
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        received += buffer[..<count]
    }
}

private func write(_ text: String, to connection: Int32) {
    let bytes = Array(text.utf8)
    _ = send(connection, bytes, bytes.count, quietly)
}
