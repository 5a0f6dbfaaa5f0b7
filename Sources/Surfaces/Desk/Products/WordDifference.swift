import Web

/// What became of a text, word by word: what stayed, what is gone, what is new.
struct WordDifference: Shown {
    struct Piece: Shown {
        enum Kind { case same, gone, new }
        let kind: Kind
        var text: String
        static let answers: Answers = [
            "text": \.text, "isSame": { $0.kind == .same }, "isGone": { $0.kind == .gone }, "isNew": { $0.kind == .new },
        ]
    }

    /// Texts of more words are shown whole, before and after.
    private static let most = 3_000
    /// Shorter ones are quicker read whole.
    private static let least = 8

    let pieces: [Piece]

    /// `nil` for texts that are better shown whole.
    init?(_ before: String, _ after: String) {
        let (old, new) = (Self.words(before), Self.words(after))
        guard max(old.count, new.count) >= Self.least, old.count + new.count <= Self.most else { return nil }
        let difference = new.difference(from: old)
        let gone = Set(difference.removals.map { $0.offset })
        let added = Set(difference.insertions.map { $0.offset })
        var pieces: [Piece] = []
        func add(_ kind: Piece.Kind, _ word: Substring) {
            if pieces.last?.kind == kind {
                pieces[pieces.count - 1].text += word
            } else {
                pieces.append(Piece(kind: kind, text: String(word)))
            }
        }
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, gone.contains(i) {
                add(.gone, old[i])
                i += 1
            } else if j < new.count, added.contains(j) {
                add(.new, new[j])
                j += 1
            } else {
                if j < new.count { add(.same, new[j]) }
                (i, j) = (i + 1, j + 1)
            }
        }
        self.pieces = pieces
    }

    /// Each word with the blanks behind it.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var place = start
        while place < text.endIndex {
            let next = text.index(after: place)
            if text[place].isWhitespace, next == text.endIndex || !text[next].isWhitespace {
                words.append(text[start..<next])
                start = next
            }
            place = next
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }

    static let answers: Answers = ["pieces": \.pieces]
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
