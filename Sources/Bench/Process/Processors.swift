import Foundation

/// The processors that this process may use, by their numbers; none on a system that does not tell.
struct Processors: Equatable {
    var numbers: [Int]

    static var own: Processors {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
        return Processors(list: line?.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "")
    }

    /// - Parameter list: as the kernel writes it (proc_pid_status(5)): `0-3,8`.
    init(list: String) {
        numbers = list.split(separator: ",").flatMap { piece -> [Int] in
            let ends = piece.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return [] }
            return Array(first...last)
        }
    }

    /// What one of several nodes gets when they share them out; `nil` when there are too few.
    func share(ofNode number: Int, among nodes: Int) -> Processors? {
        guard nodes > 1, numbers.count >= nodes else { return nil }
        var share = self
        share.numbers = numbers.enumerated().filter { $0.offset % nodes == (number - 1) % nodes }.map(\.element)
        return share
    }

    /// A command that runs on these alone; the command itself where nothing can see to that.
    func running(_ executable: String, _ arguments: [String]) -> (executable: String, arguments: [String]) {
        let tool = "/usr/bin/taskset"
        guard FileManager.default.isExecutableFile(atPath: tool) else { return (executable, arguments) }
        return (tool, ["--cpu-list", numbers.map(String.init).joined(separator: ","), executable] + arguments)
    }
}
