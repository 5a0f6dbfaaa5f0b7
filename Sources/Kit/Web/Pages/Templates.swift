import Foundation
import Hummingbird
import Mustache
import Synchronization

/// The templates of a surface: Mustache, escaped by default, with partials (`{{>line}}`) and layouts (`{{<layout}}`).
///
/// A template is named by its path below its folder, without `.mustache`. A path of an asset that stands in quotes is
/// replaced by its versioned address when the template is read. A text that stands in `[[…]]` is replaced by the same in
/// the page's language: each template is kept once for each language.
public final class Templates: Sendable {
    private struct Loaded {
        var libraries: [String: MustacheLibrary] = [:]
        let pieces = KeptPiece.Shelf()
        var texts: Texts
        var sources: [String: String] = [:]
        var stamp: [String: Date]
    }

    private let folders: [String]
    private let catalogues: [String]
    private let assets: Assets?
    private let rereads: Bool
    private let loaded: Mutex<Loaded>

    /// - Parameters:
    ///   - folders: later ones may replace templates of earlier ones.
    ///   - catalogues: folders of translations; later ones may say otherwise what earlier ones say.
    ///   - assets: gives the files that templates name their versioned addresses.
    ///   - rereads: looks for changed files before every page; for development.
    /// - Throws: `TemplateFault` for a folder that is not there or a template that cannot be read; `TextFault`.
    public init(_ folders: [String], catalogues: [String] = [], assets: Assets? = nil, rereads: Bool = false) throws {
        self.folders = folders
        self.catalogues = catalogues
        self.assets = assets
        self.rereads = rereads
        loaded = Mutex(try Self.load(folders, catalogues, assets: assets))
    }

    /// The page as HTML, in its language.
    public func render(_ page: some Page) throws -> ByteBuffer {
        let html = try text(page, template: type(of: page).template, in: page.language)
        return ByteBuffer(string: page.home.isEmpty ? html : LocalLinks.lead(html, to: page.home))
    }

    /// A part of a page as HTML: a value with the template that `name` names.
    public func render(_ value: some Shown, template name: String, in language: String = Texts.source) throws -> ByteBuffer {
        ByteBuffer(string: try text(value, template: name, in: language))
    }

    /// A page that knows no language of its own, as an answer in one.
    public func response(_ page: some Page, in language: String, status: HTTPResponse.Status = .ok) throws -> Response {
        let html = try text(page, template: type(of: page).template, in: language)
        return .html(ByteBuffer(string: html), status: status)
    }

    /// The page as an answer.
    public func response(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        .html(try render(page), status: status)
    }

    /// What the surface says outside of templates, and in which languages.
    public var texts: Texts { loaded.withLock { $0.texts } }

    /// Every template in English, by name: for checks.
    var sources: [String: String] { loaded.withLock { $0.sources } }

    private func text(_ value: some Shown, template name: String, in language: String) throws -> String {
        if rereads { try reread() }
        let (drawing, catalogue) = loaded.withLock { loaded in
            let catalogue = loaded.texts.catalogue(language)
            let drawing = loaded.libraries[catalogue.language].map {
                KeptPiece.Drawing(library: $0, language: catalogue.language, shelf: loaded.pieces)
            }
            return (drawing, catalogue)
        }
        let text = Speech.$current.withValue(catalogue) {
            KeptPiece.Drawing.$current.withValue(drawing) { drawing?.library.render(value, withTemplate: name) }
        }
        guard let text else { throw TemplateFault.noTemplate(name) }
        return assets?.addressed(text) ?? text
    }

    private func reread() throws {
        let stamp = try Self.stamp(folders, catalogues)
        guard loaded.withLock({ $0.stamp != stamp }) else { return }
        let fresh = try Self.load(folders, catalogues, assets: assets)
        loaded.withLock { $0 = fresh }
    }

    private static func load(_ folders: [String], _ catalogues: [String], assets: Assets?) throws -> Loaded {
        _ = SafeHTML.isRegistered
        let texts = try Texts(catalogues)
        var loaded = Loaded(texts: texts, stamp: try stamp(folders, catalogues))
        for folder in folders {
            for path in try paths(in: folder) {
                let name = String(path.dropLast(ending.count))
                guard let source = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) else {
                    throw TemplateFault.unreadable(path)
                }
                let text = assets?.versioned(source) ?? source
                for language in texts.languages {
                    let spoken = texts.catalogue(language).spliced(text)
                    do {
                        try loaded.libraries[language, default: MustacheLibrary()].register(SafeHTML.pragma + spoken, named: name)
                    } catch let error as MustacheTemplate.ParserError {
                        throw TemplateFault.malformed(
                            language == Texts.source ? path : "\(path) in \(language)", line: error.context.lineNumber - 1, "\(error.error)"
                        )
                    }
                    if language == Texts.source { loaded.sources[name] = spoken }
                }
            }
        }
        return loaded
    }

    private static let ending = ".mustache"

    private static func paths(in folder: String) throws -> [String] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let paths = FileManager.default.enumerator(atPath: folder)
        else { throw TemplateFault.noFolder(folder) }
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    }

    private static func stamp(_ folders: [String], _ catalogues: [String]) throws -> [String: Date] {
        let files = try folders.flatMap { folder in try paths(in: folder).map { folder + "/" + $0 } } + Texts.files(in: catalogues)
        var stamp: [String: Date] = [:]
        for file in files { stamp[file] = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date }
        return stamp
    }
}

/// Why a template cannot be shown: a fault of ours, never of the browser.
public enum TemplateFault: Error, Equatable, CustomStringConvertible {
    case noFolder(String)
    case noTemplate(String)
    case unreadable(String)
    case malformed(String, line: Int, String)

    public var description: String {
        switch self {
        case .noFolder(let folder): "there is no folder of templates at \(folder)"
        case .noTemplate(let name): "there is no template “\(name)”"
        case .unreadable(let path): "the template \(path) is no readable text"
        case .malformed(let path, let line, let why): "the template \(path) is malformed in line \(line): \(why)"
        }
    }
}

extension Response {
    /// A page of HTML.
    public static func html(_ body: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: body))
    }
}
