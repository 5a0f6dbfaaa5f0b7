public final class Assets: Sendable {
    func versioned(_ text: String) -> String { text }
}
