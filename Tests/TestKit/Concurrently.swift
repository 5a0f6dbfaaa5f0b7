/// What came of many calls at once.
public struct Outcomes<T: Sendable>: Sendable {
    public var successes: [T] = []
    public var failures: [any Error] = []
}

/// Calls `body` with 0, 1, 2 … all at once, and waits for all of them.
public func concurrently<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> T) async -> Outcomes<T> {
    await withTaskGroup(of: Result<T, any Error>.self) { group in
        for number in 0..<count {
            group.addTask {
                do { return .success(try await body(number)) } catch { return .failure(error) }
            }
        }
        var outcomes = Outcomes<T>()
        for await outcome in group {
            switch outcome {
            case .success(let value): outcomes.successes.append(value)
            case .failure(let error): outcomes.failures.append(error)
            }
        }
        return outcomes
    }
}
