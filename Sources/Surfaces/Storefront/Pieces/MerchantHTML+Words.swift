extension MerchantHTML {
    /// What it says, without markup: for programs that read the page.
    var words: String {
        var text = ""
        var isTag = false
        for character in html {
            switch character {
            case "<":
                isTag = true
                text.append(" ")
            case ">": isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
        let read = text.utf8.contains(UInt8(ascii: "&")) ? named.reduce(text) { $0.replacing($1.0, with: $1.1) } : text
        return read.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
