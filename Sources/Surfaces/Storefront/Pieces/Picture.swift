import Catalog
import Web

/// A picture of a product, or the drawn tile that stands for one.
struct Picture: Shown, Equatable {
    let url: String?
    /// What it shows, for those who do not see it.
    let alt: String

    static let answers: Answers = ["url": \.url, "alt": \.alt]

    /// - Parameter title: what is said of a picture that nobody described.
    init(_ image: MediaDraft?, of title: String) {
        url = image.flatMap { Self.isShown($0.url) ? $0.url : nil }
        alt = image.map(\.alt).flatMap { $0.isEmpty ? nil : $0 } ?? title
    }

    init(_ media: Media, of title: String) {
        self.init(MediaDraft(url: media.url, alt: media.alt), of: title)
    }

    /// Addresses of the web and of this shop; never `javascript:` and its like.
    private static func isShown(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://") || (start.hasPrefix("/") && !start.hasPrefix("//"))
    }
}
