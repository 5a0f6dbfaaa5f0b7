import Essentials
import Foundation

/// `seam serve` as a child process, as an operator would run it, on a port of its own.
final class Server {
    let port: UInt16
    private let child: Child

    /// Starts it and returns when it is ready.
    /// - Throws: `BenchFault.notReady` after `patience`; `BenchFault.child` when it ends before.
    /// - Parameters:
    ///   - number: which node of the shop it is.
    ///   - processors: those that it runs on, with its sessions at the server; any without.
    init(
        _ settings: BenchSettings, database: String, number: Int = 1, on processors: Processors? = nil, patience: Duration = .seconds(60)
    ) throws {
        port = try freePort()
        let serve = SeamCommand.serve(database, port: port, bindsSessions: processors != nil)
        let command = processors?.running(settings.executable, serve) ?? (executable: settings.executable, arguments: serve)
        child = try Child(command.executable, command.arguments, log: settings.folder + "/serve-\(number).log")
        try waitUntilReady(within: patience)
    }

    /// What it has used up to now; nil on a system that does not tell.
    var figures: ProcessFigures? { ProcessFigures(of: child.pid) }

    var writer: RequestWriter { RequestWriter(port: port) }

    /// Sends one request and waits for its answer.
    func ask(_ bytes: [UInt8], within limit: Duration = .seconds(10)) throws -> Answer {
        let crowd = Crowd(port: port)
        let caller = Caller(Request(step: "ask", bytes: bytes, keepsBody: true))
        try crowd.admit(caller)
        try crowd.run(atMost: limit)
        return try caller.outcome()
    }

    /// Ends it gracefully.
    func stop() throws {
        try child.terminate()
    }

    private func waitUntilReady(within patience: Duration) throws {
        let deadline = Tick.now + patience
        while true {
            if let ending = try child.hasEnded() { throw child.fault("ended with \(ending.code) before it was ready") }
            if let answer = try? ask(writer.get("/ready")), answer.status == 200 { return }
            guard Tick.now < deadline else { throw BenchFault.notReady("\(child.fault("is still starting"))") }
            usleep(20_000)
        }
    }
}

/// Somebody who asks one thing and leaves.
private final class Caller: Visitor {
    private let request: Request
    private var answer: Answer?
    private var reason = "no answer"
    private var hasAsked = false

    init(_ request: Request) {
        self.request = request
    }

    func outcome() throws -> Answer {
        guard let answer else { throw BenchFault.unexpected(reason) }
        return answer
    }

    func next(at now: Tick) -> Step {
        if hasAsked { return .leave }
        hasAsked = true
        return .send(request)
    }

    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick) { self.answer = answer }
    func lose(_ request: Request, because reason: String) { self.reason = reason }
}
