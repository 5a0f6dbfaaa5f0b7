import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// The files of a folder, held in memory and served below `/assets/`.
///
/// A file asked for by its version is kept by browsers for ever; without one they ask each time whether it changed. A path
/// is only ever looked up among the files that were read, so it can lead nowhere else.
public final class Assets: Sendable {
    private let folder: String
    private let besides: [String: String]
    private let rereads: Bool
    private let shelf: Mutex<AssetShelf>

    /// - Parameters:
    ///   - besides: more folders, by the name below which their files are served: `["theme": "/home/anna/theme"]`.
    ///   - rereads: looks for changed files when one is asked for; for development.
    /// - Throws: `AssetFault` for a folder that is not there or a file that cannot be served.
    public init(_ folder: String, besides: [String: String] = [:], rereads: Bool = false) throws {
        self.folder = folder
        self.besides = besides
        self.rereads = rereads
        shelf = Mutex(try AssetShelf(folder, besides: besides))
    }

    /// The address of a file, with its version: `/assets/css/base.css?v=…`; without one for a file that is not there.
    public func address(_ path: String) -> String {
        shelf.withLock { $0.address(path) }
    }

    /// Whether there is such a file.
    public func has(_ path: String) -> Bool {
        shelf.withLock { $0.files[path] != nil }
    }

    public func addRoutes(to router: Router<SeamContext>) {
        router.get("/assets/**") { request, _ in
            if self.rereads, let fresh = try? AssetShelf(self.folder, besides: self.besides) { self.shelf.withLock { $0 = fresh } }
            let path = String(request.uri.path.dropFirst(AssetShelf.prefix.utf8.count))
            guard let asset = self.shelf.withLock({ $0.files[path] }) else { throw HTTPError(.notFound) }
            return asset.response(to: request)
        }
    }

    /// A rendered page with the version behind every path of a file of ours.
    func addressed(_ page: String) -> String {
        shelf.withLock { $0 }.addressed(page)
    }

    /// The text with every quoted path of a file of ours replaced by its address.
    func versioned(_ text: String) -> String {
        shelf.withLock { $0.versioned(text) }
    }
}

/// Why files cannot be served.
public enum AssetFault: Error, Equatable, CustomStringConvertible {
    case noFolder(String)
    case unreadable(String)
    case tooLarge(String)

    public var description: String {
        switch self {
        case .noFolder(let folder): "there is no folder of files at \(folder)"
        case .unreadable(let path): "the file \(path) cannot be read"
        case .tooLarge(let path): "the file \(path) is too large to be held in memory"
        }
    }
}
