import Synchronization

/// Collects what observers hear.
public final class Heard: Sendable {
    private let words = Mutex<[String]>([])

    public init() {}

    public var all: [String] { words.withLock { $0 } }

    public func add(_ more: [String]) {
        words.withLock { $0 += more }
    }
}
