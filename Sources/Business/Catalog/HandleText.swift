import Essentials

extension String {
    /// A handle made of this text: its folded words with hyphens between them.
    var asHandle: String { String(decoding: folded.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }, as: UTF8.self) }

    /// The text, or `nil` when there is none.
    var nonEmpty: String? { isEmpty ? nil : self }
}
