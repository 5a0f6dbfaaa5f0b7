import Essentials
import Hummingbird
import Synchronization

/// Pages that are the same for everybody, kept rendered until a fact changes what they show.
///
/// - A page whose subject was invalidated is never kept, also when the fact came while the page was being rendered.
/// - A page that many ask for at once is rendered once.
/// - A page that speaks of today ends when it says (`RenderedPage`).
/// - Memory is bounded; pages that nobody asked for lately go first.
public final class PageCache: Sendable {
    private let shelf: Mutex<PageShelf>

    /// - Parameter byteLimit: of all pages together.
    public init(byteLimit: Int, clock: Clock = .system) {
        shelf = Mutex(PageShelf(byteLimit: byteLimit, clock: clock))
    }

    /// The page of this key, from memory or rendered now.
    ///
    /// - Parameters:
    ///   - key: everything that the page depends on and that is no subject: path, channel, language, sort, page number.
    ///   - render: reads and renders; what it throws, everybody who waits for this page gets.
    public func page(_ key: String, render: () async throws -> RenderedPage) async throws -> KeptPage {
        if let page = shelf.withLock({ $0.find(key) }) { return page }
        while true {
            switch shelf.withLock({ $0.join(key) }) {
            case .kept(let page):
                return page
            case .lead(let flight):
                return try await lead(flight, render)
            case .follow(let flight):
                if let page = try await flight.outcome() { return page }
                try Task.checkCancellation()
            }
        }
    }

    /// Drops the pages that show one of these, and lets none that is being rendered from older data be kept.
    ///
    /// Call it once what changed can be read. Costs by the pages dropped, not by the pages kept.
    public func invalidate(_ subjects: some Sequence<UInt128>) {
        let subjects = Array(subjects)
        shelf.withLock { $0.invalidate(subjects) }
    }

    /// Drops everything: after a restore, a change of templates, or facts that were missed.
    public func invalidateAll() {
        shelf.withLock { $0.invalidateAll() }
    }

    var figures: (pages: Int, bytes: Int) { shelf.withLock { ($0.count, $0.bytes) } }

    /// How many wait for a page that somebody else renders.
    func waiting(for key: String) -> Int { shelf.withLock { $0.flight(key)?.waiting ?? 0 } }

    private func lead(_ flight: PageFlight, _ render: () async throws -> RenderedPage) async throws -> KeptPage {
        do {
            let page = KeptPage(try await render())
            // A page that went stale is still right for whoever asked before the fact; those who came later ask again.
            let isFresh = shelf.withLock { $0.land(flight, with: page) }
            flight.end(.success(isFresh ? page : nil))
            return page
        } catch {
            shelf.withLock { _ = $0.land(flight, with: nil) }
            flight.end(error is CancellationError ? .success(nil) : .failure(error))
            throw error
        }
    }
}

/// One rendering under way, and those who wait for it.
final class PageFlight: Sendable {
    typealias Outcome = Result<KeptPage?, any Error>

    let key: String
    let generation: UInt64
    private let state = Mutex<(outcome: Outcome?, waiting: [CheckedContinuation<KeptPage?, any Error>])>((nil, []))

    init(key: String, generation: UInt64) {
        self.key = key
        self.generation = generation
    }

    var waiting: Int { state.withLock { $0.waiting.count } }

    /// The page, or `nil` when one must ask again.
    func outcome() async throws -> KeptPage? {
        try await withCheckedThrowingContinuation { continuation in
            let outcome = state.withLock { state in
                if state.outcome == nil { state.waiting.append(continuation) }
                return state.outcome
            }
            if let outcome { continuation.resume(with: outcome) }
        }
    }

    func end(_ outcome: Outcome) {
        let waiting = state.withLock { state in
            state.outcome = outcome
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(with: outcome) }
    }
}
