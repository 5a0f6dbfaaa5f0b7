/// One writer: facts become visible in the order of their numbers.
extension FeedWords {
    static let sqlite = FeedWords(
        place: "0, seq", behind: { "seq > \($0.seq)" }, order: "seq", latestFirst: "seq DESC", settled: "TRUE")
}
