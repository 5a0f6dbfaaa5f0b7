import Foundation
import Hummingbird
import Mustache
import Synchronization

/// The templates of a surface: Mustache, escaped by default, with partials (`{{>line}}`) and layouts (`{{<layout}}`).
///
/// A template is named by its path below its folder, without `.mustache`. A path of an asset that stands in quotes is
/// replaced by its versioned address when the template is read.
public final class Templates: Sendable {
    private struct Loaded {
        var library: MustacheLibrary
        var texts: [String: String]
        var stamp: [String: Date]
    }

    private let folders: [String]
    private let assets: Assets?
    private let rereads: Bool
    private let loaded: Mutex<Loaded>

    /// - Parameters:
    ///   - folders: later ones may replace templates of earlier ones.
    ///   - assets: gives the files that templates name their versioned addresses.
    ///   - rereads: looks for changed files before every page; for development.
    /// - Throws: `TemplateFault` for a folder that is not there or a template that cannot be read.
    public init(_ folders: [String], assets: Assets? = nil, rereads: Bool = false) throws {
        self.folders = folders
        self.assets = assets
        self.rereads = rereads
        loaded = Mutex(try Self.load(folders, assets: assets))
    }

    /// The page as HTML.
    public func render(_ page: some Page) throws -> ByteBuffer {
        ByteBuffer(string: try text(page, template: type(of: page).template))
    }

    /// A part of a page as HTML: a value with the template that `name` names.
    public func render(_ value: some Shown, template name: String) throws -> ByteBuffer {
        ByteBuffer(string: try text(value, template: name))
    }

    /// The page as an answer.
    public func response(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        .html(try render(page), status: status)
    }

    /// The text of every template, by name: for checks.
    var texts: [String: String] { loaded.withLock { $0.texts } }

    private func text(_ value: some Shown, template name: String) throws -> String {
        if rereads { try reread() }
        let library = loaded.withLock { $0.library }
        guard let text = library.render(value, withTemplate: name) else { throw TemplateFault.noTemplate(name) }
        return assets?.addressed(text) ?? text
    }

    private func reread() throws {
        let stamp = try Self.stamp(folders)
        guard loaded.withLock({ $0.stamp != stamp }) else { return }
        let fresh = try Self.load(folders, assets: assets)
        loaded.withLock { $0 = fresh }
    }

    private static func load(_ folders: [String], assets: Assets?) throws -> Loaded {
        _ = SafeHTML.isRegistered
        var loaded = Loaded(library: MustacheLibrary(), texts: [:], stamp: try stamp(folders))
        for folder in folders {
            for path in try paths(in: folder) {
                let name = String(path.dropLast(ending.count))
                guard let source = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) else {
                    throw TemplateFault.unreadable(path)
                }
                let text = assets?.versioned(source) ?? source
                do {
                    try loaded.library.register(SafeHTML.pragma + text, named: name)
                } catch let error as MustacheTemplate.ParserError {
                    throw TemplateFault.malformed(path, line: error.context.lineNumber - 1, "\(error.error)")
                }
                loaded.texts[name] = text
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

    private static func stamp(_ folders: [String]) throws -> [String: Date] {
        var stamp: [String: Date] = [:]
        for folder in folders {
            for path in try paths(in: folder) {
                let file = folder + "/" + path
                stamp[file] = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            }
        }
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
