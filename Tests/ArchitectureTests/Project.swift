import Foundation

/// This project as its tests see it: the table of rooms and the files.
struct Project {
    let root: URL
    let table: PackageTable
    /// Everything under `Sources` that is Swift.
    let sources: [SwiftSource]

    /// Read once for all tests of this folder.
    static let current = Result { try Project(root: root) }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    init(root: URL) throws {
        self.root = root
        table = try PackageTable(dump: Self.describe(root))
        sources = try Self.files(under: root, in: ["Sources"], ending: ["swift"]).map { path in
            try SwiftSource(path: path, text: Self.text(path, under: root))
        }
    }

    /// The room that a file belongs to: the deepest one whose folder holds it.
    func room(of path: String) -> PackageTable.Room? {
        table.rooms.first { path.hasPrefix($0.path + "/") }
    }

    /// Paths from the root, sorted, of what people write by hand.
    func files(in folders: [String], ending extensions: Set<String>) throws -> [String] {
        try Self.files(under: root, in: folders, ending: extensions)
    }

    func text(_ path: String) throws -> String {
        try Self.text(path, under: root)
    }

    private static func files(under root: URL, in folders: [String], ending extensions: Set<String>) throws -> [String] {
        var found: [String] = []
        for folder in folders {
            let base = root.appending(path: folder).path()
            guard FileManager.default.fileExists(atPath: base) else { continue }
            found += try FileManager.default.subpathsOfDirectory(atPath: base)
                .filter { extensions.contains(URL(filePath: $0).pathExtension) && !$0.contains("__pycache__") }
                .map { folder + "/" + $0 }
        }
        return found.sorted()
    }

    private static func text(_ path: String, under root: URL) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Asks SwiftPM for the manifest; with a folder of its own, since the build's folder is locked while tests run.
    private static func describe(_ root: URL) throws -> Data {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "seam-manifest-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let swift = Process()
        swift.executableURL = URL(filePath: "/usr/bin/env")
        swift.arguments = [
            "swift", "package", "--package-path", root.path(), "--scratch-path", scratch.path(), "dump-package",
        ]
        let output = Pipe()
        swift.standardOutput = output
        try swift.run()
        let dump = try output.fileHandleForReading.readToEnd() ?? Data()
        swift.waitUntilExit()
        guard swift.terminationStatus == 0 else { throw ManifestFault(status: swift.terminationStatus) }
        return dump
    }

    struct ManifestFault: Error {
        let status: Int32
    }
}
