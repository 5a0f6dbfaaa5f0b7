import CPostgres
import Foundation

/// A PostgreSQL server that `bin/postgres` runs for these tests. It ends with this process, however that ends.
public final class PostgresServer: Sendable {
    /// The one that all tests of this process share: its commits do not wait for a disk.
    public static var shared: PostgresServer {
        get async throws { try await starting.value }
    }

    private static let starting = Task { try await PostgresServer() }

    /// Where its own database is, the one that nobody uses.
    public let address: String
    private let process: Process
    private let orders: FileHandle
    private let answers: FileHandle

    public init(durable: Bool = false) async throws {
        let (input, output) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../bin/postgres").standardized
        process.arguments = durable ? ["--durable"] : []
        process.standardInput = input
        process.standardOutput = output
        orders = input.fileHandleForWriting
        answers = output.fileHandleForReading
        // Programs that tests start must not keep the server alive.
        for handle in [orders, answers] { _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC) }
        try process.run()
        address = try await Self.line(from: answers)
    }

    /// The address of one of its databases.
    public func address(of database: String, user: String = "postgres", password: String? = nil) -> String {
        address.replacing("postgres@/postgres", with: "\(user)\(password.map { ":\($0)" } ?? "")@/\(database)")
    }

    /// Ends the server as a power cut does.
    /// - Parameter life: how long it may live on until then.
    public func crash(after life: Duration = .zero) async throws {
        try await Task.sleep(for: life)
        try orders.write(contentsOf: Data("crash\n".utf8))
        _ = try await Self.line(from: answers)
    }

    /// Starts it again on the same data.
    public func start() async throws {
        try orders.write(contentsOf: Data("start\n".utf8))
        _ = try await Self.line(from: answers)
    }

    public func stop() {
        try? orders.close()
        process.waitUntilExit()
    }

    private static func line(from handle: FileHandle) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                var line = Data()
                while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) { line += byte }
                if line.isEmpty {
                    continuation.resume(throwing: PostgresServerFault(sentence: "bin/postgres ended; what it printed says why"))
                } else {
                    continuation.resume(returning: String(decoding: line, as: UTF8.self))
                }
            }
            thread.start()
        }
    }
}

public struct PostgresServerFault: Error, CustomStringConvertible {
    public let sentence: String
    public var description: String { sentence }
}
