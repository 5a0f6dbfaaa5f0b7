import Foundation

/// Everything that one run of the bench found.
public struct BenchReport: Codable, Sendable {
    public let machine: Machine
    public var limits: [Limit] = []
    public var figures: [Figure] = []
    /// Length of the measuring, without the preparing of databases.
    public var seconds = 0.0
    /// What `seam doctor` had to say about the database that the bench left, when something is wrong with it.
    public var unsound: String?

    /// Whether every row that has a target reached it, on a database that is still sound.
    public var isReached: Bool { unsound == nil && figures.allSatisfy { $0.isReached ?? true } }

    public var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try encoder.encode(self)
        }
    }
}

/// Where the bench ran: figures of two machines are not to be compared without it.
public struct Machine: Codable, Sendable {
    public let processors: Int
    public let processor: String
    public let memoryBytes: UInt64
    public let system: String
    /// Processes that wanted to run, on average over the last minute, before the bench began.
    public let loadBefore: Double

    static var current: Machine {
        let info = ProcessInfo.processInfo
        var load = 0.0
        _ = getloadavg(&load, 1)
        let cpuInfo = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = cpuInfo.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
        return Machine(
            processors: info.activeProcessorCount,
            processor: model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown",
            memoryBytes: info.physicalMemory, system: info.operatingSystemVersionString, loadBefore: load)
    }
}
