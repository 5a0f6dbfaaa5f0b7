import Foundation

/// Where templates, styles, scripts and the demo's data lie: beside the executable, above it while developing, or where the operator says.
struct Resources {
    let root: URL

    var templates: String { root.appending(path: "Templates").path }
    var texts: String { root.appending(path: "Texts").path }
    var assets: String { root.appending(path: "Public").path }

    /// - Parameter named: the folder that holds `Templates` and `Public`, if somebody named it.
    /// - Returns: `nil` when there are none to be found.
    static func find(_ named: String?) -> Resources? {
        if let named { return Resources(at: URL(filePath: named)) }
        let executable = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(filePath: $0) }
        var folder = (running ?? executable).deletingLastPathComponent()
        for _ in 0..<6 {
            if let found = Resources(at: folder) ?? Resources(at: folder.appending(path: "share/seam")) { return found }
            folder = folder.deletingLastPathComponent()
        }
        return Resources(at: URL(filePath: FileManager.default.currentDirectoryPath))
    }

    /// `nil` when there are no templates or nothing for browsers; the demo's data may be missing.
    init?(at root: URL) {
        let isThere = ["Templates", "Public"].allSatisfy { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
        guard isThere else { return nil }
        self.root = root
    }
}
