import Testing

/// Waits until something that happens by itself has happened, ten seconds at most.
public func eventually(_ isSo: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record("It did not happen within thirty seconds.", sourceLocation: sourceLocation)
}
