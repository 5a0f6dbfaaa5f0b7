import Foundation

/// Some of a machine's processors, by their numbers.
///
/// A program may be given a part of them (`taskset`, `CPUAffinity=` of a unit, a container's set); what counts processors
/// otherwise does not heed that.
public struct Processors: Equatable, Sendable {
    public var numbers: [Int]

    /// Those that this process may use; none on a system that does not tell.
    public static var own: Processors {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
        return Processors(list: line?.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "")
    }

    /// How many this process may use, at least one.
    public static var ownCount: Int {
        let all = ProcessInfo.processInfo.activeProcessorCount
        return own.numbers.isEmpty ? all : min(all, own.numbers.count)
    }

    /// - Parameter list: as the kernel writes it (proc_pid_status(5)): `0-3,8`.
    public init(list: String) {
        numbers = list.split(separator: ",").flatMap { piece -> [Int] in
            let ends = piece.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return [] }
            return Array(first...last)
        }
    }

    public var list: String { numbers.map(String.init).joined(separator: ",") }

    /// Lets a process run on these alone.
    /// - Returns: why that cannot be, if so, in the words of the tool that does it.
    public func bind(_ process: Int32) -> String? {
        let (tool, words) = (Process(), Pipe())
        tool.executableURL = URL(filePath: Self.tool)
        tool.arguments = ["--cpu-list", "--pid", list, "\(process)"]
        tool.standardOutput = FileHandle.nullDevice
        tool.standardError = words
        do { try tool.run() } catch { return "\(Self.tool) cannot be run" }
        let said = words.fileHandleForReading.readDataToEndOfFile()
        tool.waitUntilExit()
        guard tool.terminationStatus != 0 else { return nil }
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A command that runs on these alone; the command itself where nothing can see to that.
    public func running(_ executable: String, _ arguments: [String]) -> (executable: String, arguments: [String]) {
        guard FileManager.default.isExecutableFile(atPath: Self.tool) else { return (executable, arguments) }
        return (Self.tool, ["--cpu-list", list, executable] + arguments)
    }

    /// Of util-linux, as every Linux has it.
    private static let tool = "/usr/bin/taskset"
}
