import Foundation

extension String {
    /// The key by which people sort and search a text, since SQL compares bytes: lower case, without accents, of one
    /// width, with single spaces. `"  Zoë  ÅSE"` becomes `"zoe ase"`.
    public var foldedKey: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .lowercased()
            .split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
