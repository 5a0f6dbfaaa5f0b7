import Web

/// The themes that the shop may be looked at in, and what is strange about them.
public struct Wardrobe: Sendable {
    let themes: [String]
    private let strange: [String: [StrangeTag]]
    private let worn: [StrangeTag]

    /// - Parameters:
    ///   - themes: the tags that nothing answers, if any, of each theme that the web shop's preview knows.
    ///   - worn: those of the theme that shoppers see.
    public init(_ themes: [String: [StrangeTag]] = [:], worn: [StrangeTag] = []) {
        self.themes = themes.keys.sorted()
        strange = themes
        self.worn = worn
    }

    /// The tags of a theme that nothing answers; of the one that shoppers see for any other name.
    func strangeTags(of theme: String) -> [StrangeTag] { strange[theme] ?? worn }
}
