import Foundation

/// One call of the server to the operating system, as `strace -f -yy -ttt -T` writes it down.
struct SystemCall: Equatable {
    let name: String
    /// What it was about: a path, or the two ends of a connection.
    let file: String
    /// Seconds.
    let began: Double
    let ended: Double
    /// The rest of the line: what was read or written, shortened.
    let text: String

    var isSyncOfLog: Bool { (name == "fdatasync" || name == "fsync") && isOnLog }
    var isWriteToLog: Bool { name.hasPrefix("pwrite") && isOnLog }
    var isOnSocket: Bool { file.hasPrefix("TCP") }
    private var isOnLog: Bool { file.hasSuffix("-wal") }

    /// What strace is to be told, in front of the server's own command. The server stays the child that is started here.
    static func tracing(to log: URL) -> [String] {
        let calls = "read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg,pwrite64,fsync,fdatasync"
        return ["strace", "-D", "-f", "-yy", "-ttt", "-T", "-s", "40", "-e", "trace=" + calls, "-o", log.path]
    }

    /// Reads a trace. A call that another thread interrupted on paper is put together again.
    static func read(_ trace: String) -> [SystemCall] {
        var begun: [Substring: Begun] = [:]
        var calls: [SystemCall] = []
        for line in trace.split(separator: "\n") {
            if let match = line.wholeMatch(of: whole) {
                let (_, thread, time, name, file, text) = match.output
                if text.hasSuffix("<unfinished ...>") {
                    begun[thread] = Begun(name: String(name), file: String(file), at: Double(time) ?? 0, text: String(text))
                } else {
                    let at = Double(time) ?? 0
                    calls.append(.init(name: String(name), file: String(file), began: at, ended: at + duration(text), text: String(text)))
                }
            } else if let match = line.wholeMatch(of: resumed), let call = begun.removeValue(forKey: match.output.1) {
                let text = match.output.2
                calls.append(
                    .init(name: call.name, file: call.file, began: call.at, ended: call.at + duration(text), text: call.text + text))
            }
        }
        return calls
    }

    private struct Begun {
        let name: String
        let file: String
        let at: Double
        let text: String
    }

    /// `4622  1795324416.427940 fdatasync(4</tmp/st.db-wal>) = 0 <0.000768>`
    private static var whole: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
        #/(\d+) +(\d+\.\d+) (\w+)\(\d+<((?:TCP(?:v6)?:\[.*?\])|[^>]*)>(.*)/#
    }

    /// `4622  1795324416.426487 <... recvfrom resumed>"POST /x HTTP/1.1", 1000, 0, NULL, NULL) = 20 <0.000171>`
    private static var resumed: Regex<(Substring, Substring, Substring)> {
        #/(\d+) +\d+\.\d+ <\.\.\. \w+ resumed>(.*)/#
    }

    /// `… = 0 <0.000768>`
    private static func duration(_ text: Substring) -> Double {
        guard let open = text.lastIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close else { return 0 }
        return Double(text[text.index(after: open)..<close]) ?? 0
    }
}
