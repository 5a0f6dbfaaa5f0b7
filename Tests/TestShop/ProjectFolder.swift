import Foundation

/// Where this project lies, and where its command was built.
public enum ProjectFolder {
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The `seam` that was built together with these tests.
    public static let command: URL = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
        let beside = String(bundle.prefix(upTo: bundle.range(of: ".xctest")?.lowerBound ?? bundle.startIndex))
        let built = URL(filePath: beside).deletingLastPathComponent().appending(path: "seam")
        return FileManager.default.isExecutableFile(atPath: built.path) ? built : root.appending(path: ".build/debug/seam")
    }()
}
