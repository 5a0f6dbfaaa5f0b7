import Foundation

/// A child process whose words go to a file, and whose end is told with what it used.
final class Child {
    let pid: pid_t
    let command: String
    private let log: String
    private var ending: Ending?

    /// How a process ended and what it used until then.
    struct Ending {
        /// The exit code, or minus the number of the signal that ended it.
        let code: Int
        let cpuSeconds: Double
        /// The most memory that was resident at one time, in bytes.
        ///
        /// The kernel counts from the moment of the fork, so this is never below what the measuring process itself had.
        let peakBytes: Int
    }

    /// - Parameter log: the file that gets what the child prints; it is begun anew.
    init(_ executable: String, _ arguments: [String], log: String) throws {
        command = ([executable] + arguments).map { ($0 as NSString).lastPathComponent }.joined(separator: " ")
        self.log = log
        pid = try Child.spawn(executable, arguments, log: log)
    }

    /// Waits for the end.
    /// - Throws: `BenchFault.child` unless the exit code is 0; `BenchFault.tooSlow` when the child lives longer than `limit`.
    @discardableResult
    func finish(within limit: Duration) throws -> Ending {
        guard let ending = try end(within: limit) else {
            kill(pid, SIGKILL)
            _ = try end(within: .seconds(10))
            throw BenchFault.tooSlow("“\(command)” was not done after \(limit)")
        }
        guard ending.code == 0 else { throw fault("ended with \(ending.code)") }
        return ending
    }

    /// Asks the child to end, as an operator would, and waits.
    @discardableResult
    func terminate(within limit: Duration = .seconds(30)) throws -> Ending {
        kill(pid, SIGTERM)
        return try finish(within: limit)
    }

    /// How it ended, if it has.
    func hasEnded() throws -> Ending? {
        if ending == nil { ending = try reap() }
        return ending
    }

    func fault(_ ending: String) -> BenchFault {
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return .child(command: command, ending: ending, log: words.split(separator: "\n").suffix(12).joined(separator: "\n"))
    }

    deinit {
        if ending == nil { kill(pid, SIGKILL) }
    }

    private func end(within limit: Duration) throws -> Ending? {
        let deadline = Tick.now + limit
        while Tick.now < deadline {
            if let ending = try hasEnded() { return ending }
            usleep(2_000)
        }
        return nil
    }

    private func reap() throws -> Ending? {
        var status: Int32 = 0
        var usage = rusage()
        let reaped = wait4(pid, &status, WNOHANG, &usage)
        if reaped == 0 { return nil }
        guard reaped == pid else { throw BenchFault.system("wait4", code: errno) }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        let signal = Int(status & 0x7f)
        #if os(Linux)
            let unit = 1_024
        #else
            let unit = 1
        #endif
        return Ending(
            code: signal == 0 ? Int(status >> 8 & 0xff) : -signal,
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakBytes: Int(usage.ru_maxrss) * unit)
    }

    private static func spawn(_ executable: String, _ arguments: [String], log: String) throws -> pid_t {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)

        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        return try withTexts([executable] + arguments) { arguments in
            try withTexts(environment) { environment in
                var pid: pid_t = 0
                let code = posix_spawn(&pid, executable, &actions, nil, arguments, environment)
                guard code == 0 else { throw BenchFault.system("starting \(executable)", code: code) }
                return pid
            }
        }
    }
}

/// The texts as a C array of C strings that ends with a null, for the length of the call.
private func withTexts<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
) rethrows -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return try body(pointers)
}
