import Web

/// The way from the front of the shop to this page.
struct Trail: Shown, Equatable {
    let steps: [Link]
    /// Where it ends.
    let here: String

    static let answers: Answers = ["steps": \.steps, "here": \.here]
}
