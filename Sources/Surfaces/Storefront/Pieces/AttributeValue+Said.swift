import Catalog
import Foundation

extension AttributeValue {
    /// As people of a language read it: `2.4` is `2,4` in Finnish.
    /// - Parameter words: what texts are called in that language.
    func said(in words: Words, _ language: String) -> String {
        switch self {
        case .text(let text): words[text]
        case .number(let number): number.formatted(.number.precision(.fractionLength(0...6)).locale(Locale(identifier: language)))
        case .boolean: description
        }
    }
}

extension String {
    /// With a capital at its beginning, as in a list of its own.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
