import Foundation
import Hummingbird

/// The files that are served, as they were read.
struct AssetShelf: Sendable {
    static let prefix = "/assets/"
    private static let largest = 8 * 1024 * 1024

    private(set) var files: [String: Asset] = [:]

    /// - Parameter besides: more folders, by the name below which their files are served.
    init(_ folder: String, besides: [String: String]) throws {
        var contents = try Self.contents(of: folder)
        for (name, folder) in besides {
            for (path, bytes) in try Self.contents(of: folder) { contents[name + "/" + path] = bytes }
        }
        read(contents.merging(StyleImports.inlined(in: contents)) { _, whole in whole })
    }

    private static func contents(of folder: String) throws -> [String: ByteBuffer] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let paths = FileManager.default.enumerator(atPath: folder)
        else { throw AssetFault.noFolder(folder) }

        var contents: [String: ByteBuffer] = [:]
        for case let path as String in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            guard attributes[.size] as? Int ?? 0 <= largest else { throw AssetFault.tooLarge(path) }
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { throw AssetFault.unreadable(path) }
            contents[path] = ByteBuffer(bytes: data)
        }
        return contents
    }

    /// Modules and style sheets name each other, also in circles, so they share one version; a picture has its own.
    private mutating func read(_ contents: [String: ByteBuffer]) {
        var code = ByteBuffer()
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) where AssetType(path: path).isCode {
            code.writeString(path)
            code.writeImmutableBuffer(bytes)
        }
        let codeVersion = Fingerprint.of(code)
        let versions = contents.map { path, bytes in
            (path, AssetType(path: path).isCode ? codeVersion : Fingerprint.of(bytes))
        }
        for (path, version) in versions {
            files[path] = Asset(type: AssetType(path: path), version: version, bytes: contents[path] ?? ByteBuffer())
        }
        for (path, file) in files where file.type.isCode {
            let text = versioned(String(buffer: file.bytes))
            files[path] = Asset(type: file.type, version: file.version, bytes: ByteBuffer(string: text))
        }
    }

    func address(_ path: String) -> String {
        guard let file = files[path] else { return Self.prefix + path }
        return Self.prefix + path + "?v=" + file.version
    }

    func versioned(_ text: String) -> String {
        guard text.contains(Self.prefix) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "\"" + Self.prefix) {
            result += rest[..<start.upperBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "\"") else { break }
            // A part of a file, such as one icon of a sprite, stands behind a `#`.
            let mark = rest[..<end].firstIndex(of: "#") ?? end
            let path = String(rest[..<mark])
            result += path
            if let file = files[path] { result += "?v=" + file.version }
            result += rest[mark..<end]
            rest = rest[end...]
        }
        return result + rest
    }
}
