import Foundation
import Synchronization

/// Says how far a long work is: one line that changes on a terminal, a line now and then in a file or a pipe.
final class ProgressLine: Sendable {
    private let isWatched = isatty(STDERR_FILENO) == 1
    private let nextLine = Mutex(ContinuousClock.now + pause)

    func show(_ text: String) {
        if isWatched {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(text) …".utf8))
        } else if isTime() {
            FileHandle.standardError.write(Data("\(text)\n".utf8))
        }
    }

    func clear() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    private func isTime() -> Bool {
        nextLine.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + Self.pause
            return true
        }
    }

    /// Between two lines that nobody watches.
    private static let pause = Duration.seconds(2)
}
