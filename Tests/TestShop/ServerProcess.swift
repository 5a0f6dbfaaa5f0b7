import AsyncHTTPClient
import Foundation
import Synchronization
import TestKit

/// A shop's server as its owner runs it: the `seam` command in a process of its own, on a database in a file or on a server.
///
/// It can be killed at any moment and started again on the same file and port.
public final class ServerProcess: Sendable {
    public let folder: URL
    public let port: Int
    /// As `--database` names it.
    public let database: String
    private let arguments: [String]
    /// In front of the command: `strace` and its options.
    private let wrapper: [String]
    private let child = Mutex<ChildProcess?>(nil)

    /// - Parameter database: the address of one on a server; without it, a file in the folder.
    public init(in folder: URL, on database: String? = nil, arguments: [String] = [], wrappedBy wrapper: [String] = []) throws {
        self.folder = folder
        self.database = database ?? folder.appending(path: "shop.db").path
        self.arguments = arguments
        self.wrapper = wrapper
        port = try Port.free()
    }

    public var address: String { "http://127.0.0.1:\(port)" }
    public var log: URL { folder.appending(path: "server.log") }
    /// The process; `nil` before it was started.
    public var identifier: Int32? { child.withLock { $0?.identifier } }
    public var isRunning: Bool { child.withLock { $0?.isRunning ?? false } }

    /// Starts the server and returns once it is ready for customers.
    /// - Throws: `ServerFault` with what the server printed, when it ends or stays silent for half a minute.
    public func start() async throws {
        let command =
            wrapper + [
                ProjectFolder.command.path, "serve", "--database", database, "--host", "127.0.0.1", "--port", String(port),
            ] + arguments
        let started = try ChildProcess(command[0], Array(command.dropFirst()), log: log)
        child.withLock { $0 = started }
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if await isReady() { return }
            guard started.isRunning else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        started.signal(SIGKILL)
        throw ServerFault(log: started.output)
    }

    /// Ends the server as a power cut does: it is told nothing and finishes nothing.
    /// - Parameter life: how long it may live on until then.
    public func kill(after life: Duration = .zero) async {
        guard let running = child.withLock({ $0 }) else { return }
        try? await Task.sleep(for: life)
        running.signal(SIGKILL)
        _ = await running.status
    }

    /// Asks the server to end, and waits until it has.
    /// - Returns: its exit status; 0 after an orderly end.
    @discardableResult
    public func stop() async -> Int32 {
        guard let running = child.withLock({ $0 }) else { return 0 }
        running.signal(SIGTERM)
        return await running.status
    }

    /// Runs another `seam` command on the same database, beside the server or without it.
    public func command(_ name: String, _ arguments: String...) async throws -> (status: Int32, output: String) {
        try await ChildProcess.run(ProjectFolder.command.path, [name, "--database", database] + arguments)
    }

    private func isReady() async -> Bool {
        guard Port.isOpen(port) else { return false }
        let answer = try? await HTTPClient.shared.execute(HTTPClientRequest(url: address + "/ready"), timeout: .seconds(5))
        return answer?.status == .ok
    }
}

/// The server did not come up; its log says why.
public struct ServerFault: Error, CustomStringConvertible {
    public let log: String
    public var description: String { "the server did not start; it printed:\n\(log)" }
}

/// Runs `body` with a server on a new database, and ends it however `body` ends.
/// - Parameter prepare: fills the folder before the server starts; `body` gets what it returns.
public func withServer<Prepared, T>(
    _ arguments: [String] = [], on database: String? = nil, wrappedBy wrapper: [String] = [],
    preparing prepare: (ServerProcess) async throws -> Prepared,
    _ body: (ServerProcess, Prepared) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        let server = try ServerProcess(in: URL(filePath: folder), on: database, arguments: arguments, wrappedBy: wrapper)
        do {
            let prepared = try await prepare(server)
            try await server.start()
            let outcome = try await body(server, prepared)
            await server.stop()
            return outcome
        } catch {
            await server.kill()
            throw error
        }
    }
}

/// The same on an empty database.
public func withServer<T>(
    _ arguments: [String] = [], wrappedBy wrapper: [String] = [], _ body: (ServerProcess) async throws -> T
) async throws -> T {
    try await withServer(arguments, wrappedBy: wrapper, preparing: { _ in }) { server, _ in try await body(server) }
}
