import Web

/// The addresses of the shop for search engines (sitemaps.org): an index, and files of at most 5,000 products each.
struct SitemapIndex: Page {
    let files: [SitemapEntry]

    static let answers: Answers = ["files": \.files]
}

struct Sitemap: Page {
    let pages: [SitemapEntry]

    static let answers: Answers = ["pages": \.pages]
}

struct SitemapEntry: Shown {
    let address: String
    /// RFC 3339; `nil` where nobody knows.
    var changedAt: String?

    static let answers: Answers = ["address": \.address, "changedAt": \.changedAt]
}
