import AsyncHTTPClient
import Foundation
import Hummingbird
import NIOCore

@testable import Web

/// A browser that listens to a live stream.
final class Listener: Sendable {
    private let heard = Shared("")
    private let hasEnded = Shared(false)
    private let task = Shared<Task<Void, Never>?>(nil)

    /// Everything that was heard, without marks and retries.
    var events: [String] {
        heard.value.split(separator: "\n\n").map(String.init).filter { $0.contains("data: ") }
            .map { event in
                event.split(separator: "\n").filter { !$0.hasPrefix("id: ") }
                    .map { String($0.drop { $0 != " " }.dropFirst()) }.joined(separator: " ")
            }
    }

    /// The id that a browser would come back with.
    var last: String? {
        heard.value.split(separator: "\n").last { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
    }

    var isGone: Bool { hasEnded.value }

    init(_ site: Site, _ path: String, last: String? = nil) {
        var request = HTTPClientRequest(url: "\(site.scheme)://localhost:\(site.port)\(path)")
        if let last { request.headers.add(name: "Last-Event-ID", value: last) }
        let asked = request
        let task = Task {
            do {
                let response = try await site.client.execute(asked, timeout: .seconds(60))
                heard.change { $0 += response.status == .ok ? "" : "data: refused \(response.status.code)\n\n" }
                for try await bytes in response.body { heard.change { $0 += String(buffer: bytes) } }
            } catch {}
            hasEnded.change { $0 = true }
        }
        self.task.change { $0 = task }
    }

    func leave() {
        task.value?.cancel()
    }
}
