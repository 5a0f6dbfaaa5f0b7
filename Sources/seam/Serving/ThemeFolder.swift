import Foundation
import Logging
import Web

/// A folder of files that dress the web shop anew (Docs/Design.md).
struct ThemeFolder {
    let path: String

    /// Its own templates, if it has any.
    var templates: String? { Self.isFolder(path + "/Templates") ? path + "/Templates" : nil }

    /// What it says otherwise: on every surface, or on one alone.
    func catalogues(of surface: String) -> [String] { [path + "/Texts", path + "/Texts/" + surface] }

    /// - Throws: `Fault`, which names the folder, instead of what `body` throws.
    func explaining<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw Fault(path: path, reason: "\(error)") }
    }

    /// Where its templates ask what nothing answers: the log names each, since a page says nothing of it.
    func strangeTags(in dressed: Templates, beside own: Templates, logger: Logger) -> [StrangeTag] {
        let tags = dressed.strangeTags(beside: own)
        if !tags.isEmpty {
            let places = tags.map(\.place).joined(separator: ", ")
            logger.warning("The theme in \(path) has tags that nothing answers, so nothing stands in their place: \(places)")
        }
        return tags
    }

    /// The themes that lie in a folder, by name.
    static func all(in folder: String?) -> [String: ThemeFolder] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [:] }
        return names.filter { !$0.hasPrefix(".") && isFolder(folder + "/" + $0) }
            .reduce(into: [:]) { $0[$1] = ThemeFolder(path: folder + "/" + $1) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = ObjCBool(false)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Why a theme cannot be worn.
    struct Fault: Error, CustomStringConvertible {
        let path: String
        let reason: String

        var description: String { "The theme in \(path) cannot be worn: \(reason)." }
    }
}
