import Synchronization

/// Since when no server has answered, as all connections of this node find it.
///
/// Whoever is under way when a server goes waits for it to come back, for a while; whoever comes when it has long been away
/// is told so at once, instead of each waiting anew.
final class Outage: Sendable {
    private let beginning = Mutex<ContinuousClock.Instant?>(nil)

    /// `nil` while a server answers.
    var since: ContinuousClock.Instant? { beginning.withLock { $0 } }

    func begins() {
        beginning.withLock { $0 = $0 ?? .now }
    }

    func ends() {
        beginning.withLock { $0 = nil }
    }
}
