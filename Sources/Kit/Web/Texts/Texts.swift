import Essentials
import Foundation

/// All that a surface says, in every language that there is a catalogue for: `fi.po`, `ja.po`.
///
/// The English words are what a text is known by. So a text that is not translated is read in English, and a catalogue
/// of English only needs what somebody wants to be said otherwise.
public struct Texts: Sendable {
    /// The language that the program is written in.
    public static let source = "en"

    private var catalogues: [String: Catalogue] = [:]

    /// Only English, as the program has it.
    public init() {
        catalogues[Self.source] = Catalogue(Self.source)
    }

    /// - Parameter folders: later ones may say otherwise what earlier ones say; one that is not there says nothing.
    /// - Throws: `TextFault` for a catalogue that cannot be read.
    public init(_ folders: [String]) throws {
        self.init()
        for file in Self.files(in: folders) {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { throw TextFault.unreadable(file) }
            let language = URL(filePath: file).deletingPathExtension().lastPathComponent
            catalogues[language, default: Catalogue(language)].add(try PortableObject(reading: text, named: file))
        }
        let offered = languages.map { SpokenLanguage($0, isHere: false) }
        for language in languages { catalogues[language]?.offered = offered.map { $0.marked(by: language) } }
    }

    /// BCP 47 tags: English first, the others by tag.
    public var languages: [String] { [Self.source] + catalogues.keys.filter { $0 != Self.source }.sorted() }

    /// The language among these that a tag asks for, with or without its region: `en` for `en-GB`; English for what nobody wrote.
    public func nearest(to tag: String) -> String { catalogue(tag).language }

    /// The sentence in a language, or in English where it is not translated.
    public func say(_ sentence: Sentence, in language: String) -> String { catalogue(language).say(sentence) }

    func catalogue(_ tag: String) -> Catalogue {
        var tag = tag[...]
        while true {
            if let found = catalogues[String(tag)] { return found }
            guard let dash = tag.lastIndex(of: "-") else { return catalogues[Self.source] ?? Catalogue(Self.source) }
            tag = tag[..<dash]
        }
    }

    static func files(in folders: [String]) -> [String] {
        folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".po") }.sorted()
                .map { folder + "/" + $0 }
        }
    }
}

/// Why a catalogue cannot be used: a fault of ours.
public enum TextFault: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case malformed(String, line: Int)

    public var description: String {
        switch self {
        case .unreadable(let file): "the catalogue \(file) is no readable text"
        case .malformed(let file, let line): "the catalogue \(file) is malformed in line \(line)"
        }
    }
}
