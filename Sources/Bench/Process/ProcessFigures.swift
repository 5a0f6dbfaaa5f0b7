import Foundation

/// What a running process has used.
struct ProcessFigures {
    let cpuSeconds: Double
    /// Memory that is resident now, in bytes.
    let residentBytes: Int

    /// What several have used together; nothing when one of them does not tell.
    init?(sumOf servers: [Server]) {
        let figures = servers.compactMap(\.figures)
        guard figures.count == servers.count else { return nil }
        cpuSeconds = figures.reduce(0) { $0 + $1.cpuSeconds }
        residentBytes = figures.reduce(0) { $0 + $1.residentBytes }
    }

    /// Nothing when the process is gone, or on a system without `/proc`.
    init?(of pid: pid_t) {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let afterName = stat.range(of: ")", options: .backwards)
        else { return nil }
        // Fields 14 and 15 of proc_pid_stat(5); the name, field 2, may hold blanks.
        let fields = stat[afterName.upperBound...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        cpuSeconds = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))

        let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        guard let kilobytes = resident?.split(separator: " ").dropLast().last.flatMap({ Int($0) }) else { return nil }
        residentBytes = kilobytes * 1_024
    }
}

/// CPU seconds that this process has used itself.
func ownCPUSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
