import Synchronization

/// How long something takes, in hundredths of a second as this process gets to see them: on a machine that lets everybody wait
/// they are longer, for what is watched as for whoever watches. So a bound holds on a busy machine, too.
public func heartbeats(during body: () async throws -> Void) async throws -> Int {
    let heart = Mutex(0)
    let beating = Task {
        while !Task.isCancelled {
            try await Task.sleep(for: .milliseconds(10))
            heart.withLock { $0 += 1 }
        }
    }
    defer { beating.cancel() }
    try await body()
    return heart.withLock(\.self)
}
