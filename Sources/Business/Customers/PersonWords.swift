import Essentials

/// The words by which somebody is found who is remembered by a piece of their name, their address or their number.
public enum PersonWords {
    /// Of a name, whatever its case and accents.
    public static func words(name: String?) -> Set<String> {
        Set((name ?? "").folded.split(separator: " ").map(String.init))
    }

    /// A telephone number's digits backwards, so that the last ones, which people remember, are a beginning.
    public static func word(phone key: String) -> String {
        "~" + String(key.filter(\.isNumber).reversed())
    }

    /// The digits of what looks like a telephone number: four at least, and nothing that a number is not written with.
    public static func telephoneDigits(_ text: String) -> String? {
        let digits = text.filter(\.isNumber)
        return digits.count >= 4 && text.allSatisfy { $0.isNumber || "+()-./ ".contains($0) } ? digits : nil
    }

    /// What sorts behind every text that begins with `start`.
    public static func after(_ start: String) -> String { start + "\u{10FFFF}" }
}
