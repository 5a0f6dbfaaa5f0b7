import Foundation

/// A PostgreSQL server of the bench's own, whose commits wait for the disk. It ends with this process, however that ends.
final class ThrowawayServer {
    /// Of its own database, which is empty.
    let address: String
    private let process = Process()
    private let orders: FileHandle
    private let answers: FileHandle

    /// - Throws: `BenchFault.unexpected` when it does not start; it has said why.
    init(_ settings: BenchSettings) throws {
        let (input, output) = (Pipe(), Pipe())
        orders = input.fileHandleForWriting
        answers = output.fileHandleForReading
        // The servers of the shop must not keep it alive.
        for handle in [orders, answers] { _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC) }
        process.executableURL = URL(filePath: settings.postgres)
        process.arguments = ["--durable"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        address = try Self.line(from: answers)
    }

    /// Transactions a second that pgbench gets from it.
    func measure() throws -> Double {
        try orders.write(contentsOf: Data("measure\n".utf8))
        let answer = try Self.line(from: answers)
        guard let rate = Double(answer) else { throw BenchFault.unexpected("pgbench said “\(answer)”") }
        return rate
    }

    /// The address of another empty database of it.
    func database(named name: String) throws -> String {
        try orders.write(contentsOf: Data("database \(name)\n".utf8))
        return try Self.line(from: answers)
    }

    func stop() {
        try? orders.close()
        process.waitUntilExit()
    }

    private static func line(from handle: FileHandle) throws -> String {
        var line = Data()
        while let byte = try handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) { line += byte }
        guard !line.isEmpty else { throw BenchFault.unexpected("the throwaway PostgreSQL server ended; what it printed says why") }
        return String(decoding: line, as: UTF8.self)
    }
}
