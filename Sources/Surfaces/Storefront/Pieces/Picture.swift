import Catalog
import Web

/// A picture of a product, or the drawn tile that stands for one.
struct Picture: Shown, Hashable {
    let url: String?
    /// The same picture at its widths, as `srcset` says it; `nil` when there is only one.
    let srcset: String?
    /// What it shows, for those who do not see it.
    let alt: String
    /// The language of that, when it is another than the page's.
    var altTongue: String?
    /// It is among the first things that are seen, so it does not wait until somebody scrolls.
    var isEarly = false

    static let answers: Answers = ["url": \.url, "srcset": \.srcset, "alt": \.alt, "pictureTongue": \.altTongue, "isEarly": \.isEarly]

    /// The widths in which pictures are made, in pixels. An address that ends in one of them, `mug-800.webp`, promises those
    /// that are smaller beside it, `mug-400.webp`.
    private static let widths = [400, 800, 1_600]

    /// - Parameter title: what is said of a picture that nobody described.
    init(_ image: MediaDraft?, of title: String) {
        url = image.flatMap { Self.isShown($0.url) ? $0.url : nil }
        srcset = url.flatMap(Self.widths(of:))
        alt = image.map(\.alt).flatMap { $0.isEmpty ? nil : $0 } ?? title
    }

    init(_ media: Media, of title: String) {
        self.init(MediaDraft(url: media.url, alt: media.alt), of: title)
    }

    /// A picture beside its title, which says more to somebody than what nobody has translated for them.
    /// - Parameter alt: what it shows.
    init(_ image: MediaDraft?, showing alt: Translated, of title: String, in shop: WebShop) {
        let isForeign = shop.marked(alt.language) != nil
        self.init(image.map { MediaDraft(url: $0.url, alt: isForeign ? "" : alt.text) }, of: title)
    }

    private static func widths(of url: String) -> String? {
        for (index, width) in widths.enumerated().dropFirst() where url.hasSuffix("-\(width).webp") {
            let stem = url.dropLast("-\(width).webp".count)
            return widths[...index].map { "\(stem)-\($0).webp \($0)w" }.joined(separator: ", ")
        }
        return nil
    }

    /// Addresses of the web and of this shop; never `javascript:` and its like.
    private static func isShown(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://") || (start.hasPrefix("/") && !start.hasPrefix("//"))
    }
}
