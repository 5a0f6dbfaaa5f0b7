/// What one browser keeps of the cookies it was given.
struct Cookies: Sendable {
    private var pairs: [(name: Substring, pair: String)] = []

    /// As a `Cookie` header wants them.
    var header: String {
        pairs.count == 1 ? pairs[0].pair : pairs.map(\.pair).joined(separator: "; ")
    }

    mutating func keep(_ answer: Answer) {
        for pair in answer.cookies {
            let name = pair.prefix { $0 != "=" }
            pairs.removeAll { $0.name == name }
            // An empty one takes the cookie back.
            if pair.utf8.last != UInt8(ascii: "=") { pairs.append((name, pair)) }
        }
    }
}
