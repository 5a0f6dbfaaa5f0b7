import Web

/// The way to the next page of a list, and back to its beginning.
struct Pager: Shown {
    /// Addresses of this site; `nil` where there is no such page.
    let first: String?
    let next: String?

    static let answers: Answers = ["first": \.first, "next": \.next, "isThere": { $0.first != nil || $0.next != nil }]
}
