import Foundation

/// What the process costs: processor time and memory.
enum ProcessMetrics {
    static func write(to text: inout PrometheusText) {
        text.family("process_cpu_seconds_total", type: "counter", help: "Processor time, user and system.")
        text.sample("process_cpu_seconds_total", [], processorSeconds())
        guard let resident = residentBytes() else { return }
        text.family("process_resident_memory_bytes", type: "gauge", help: "Memory in use.")
        text.sample("process_resident_memory_bytes", [], Double(resident))
    }

    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Known on Linux only, where the kernel tells it in pages (proc(5), statm).
    static func residentBytes() -> Int? {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let figures = statm.split(separator: " ")
        guard figures.count > 1, let pages = Int(figures[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
