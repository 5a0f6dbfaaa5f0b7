import Foundation
import TestKit

/// Another program, run as a child. What it prints goes to a file, so that a full pipe never holds it up.
public final class ChildProcess: @unchecked Sendable {
    public let log: URL
    private let process = Process()
    private let ending: Task<Int32, Never>

    /// Starts the program at once.
    /// - Parameter program: a path, or a name to look up like a shell does.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], in folder: URL = ProjectFolder.root, log: URL
    ) throws {
        self.log = log
        if !FileManager.default.fileExists(atPath: log.path) {
            try Data().write(to: log)
        }
        let output = try FileHandle(forWritingTo: log)
        try output.seekToEnd()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        let (endings, ended) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            ended.yield(process.terminationStatus)
            ended.finish()
        }
        ending = Task { await endings.first { _ in true } ?? -1 }
        try process.run()
        try output.close()
    }

    public var identifier: Int32 { process.processIdentifier }
    public var isRunning: Bool { process.isRunning }

    /// The exit status, once the program has ended; the signal's number when one ended it.
    public var status: Int32 {
        get async { await ending.value }
    }

    public func signal(_ number: Int32) {
        if process.isRunning { kill(process.processIdentifier, number) }
    }

    /// What it has printed so far.
    public var output: String {
        (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    }

    /// Runs a program to its end.
    public static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> (status: Int32, output: String) {
        try await withFolder { folder in
            let log = URL(filePath: folder).appending(path: "output.txt")
            let child = try ChildProcess(program, arguments, environment: environment, log: log)
            let status = await child.status
            return (status, child.output)
        }
    }
}
