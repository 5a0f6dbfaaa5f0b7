import Web

/// The way through a list that is longer than a page; every page has an address of its own.
struct Pager: Shown, Equatable {
    let number: Int
    let previous: String?
    let next: String?
    let pages: [Step]

    /// A page that one can go to, or the gap between two that are far apart.
    struct Step: Shown, Equatable {
        let number: Int?
        let path: String
        let isHere: Bool

        static let answers: Answers = ["number": \.number, "path": \.path, "isHere": \.isHere, "isGap": { $0.number == nil }]
    }

    static let answers: Answers = [
        "number": \.number, "previous": \.previous, "next": \.next, "pages": \.pages,
    ]

    /// `nil` when everything is on one page.
    /// - Parameter path: the address of a page by its number.
    init?(page number: Int, of total: Int, size: Int, path: (Int) -> String) {
        let last = max(1, (total + size - 1) / size)
        guard last > 1 else { return nil }
        self.number = number
        previous = number > 1 ? path(min(number - 1, last)) : nil
        next = number < last ? path(number + 1) : nil
        let near = Set([1, last] + ((number - 2)...(number + 2))).filter { (1...last).contains($0) }.sorted()
        var steps: [Step] = []
        var before = 0
        for page in near {
            if page > before + 1 { steps.append(Step(number: nil, path: "", isHere: false)) }
            steps.append(Step(number: page, path: path(page), isHere: page == number))
            before = page
        }
        pages = steps
    }
}
