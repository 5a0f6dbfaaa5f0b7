import Foundation

/// An empty folder for the time of `body`.
public func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}

public func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

private func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "seam-test-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}
