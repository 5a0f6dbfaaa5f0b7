import Foundation

/// Many visitors of one shop, served on one thread by `poll`; where the shop has several nodes, in turns.
///
/// One thread, because the server is measured on the same processors: at some thousand requests a second the crowd costs
/// a fraction of one of them, and the report says which.
final class Crowd {
    private let ports: [UInt16]
    private var connected = 0
    private var connections: [Connection] = []
    /// What `poll` is told about the connection at the same place.
    private var polls: [pollfd] = []
    /// Whose visitors do nothing until a time.
    private var waiting: [(until: Tick, connection: Connection)] = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1_024, alignment: 16)

    convenience init(port: UInt16) {
        self.init(ports: [port])
    }

    /// - Precondition: there is a port.
    init(ports: [UInt16]) {
        precondition(!ports.isEmpty, "a crowd in front of no door")
        self.ports = ports
    }

    deinit {
        buffer.deallocate()
    }

    /// Visitors that have not left.
    var count: Int { connections.count }

    func admit(_ visitor: any Visitor) throws {
        let connection = try connect(visitor)
        connections.append(connection)
        polls.append(pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0))
        try proceed(connection, at: .now)
    }

    /// Serves the visitors until all have left or `isDone` says so.
    /// - Throws: `BenchFault.tooSlow` when that takes longer than `limit`.
    func run(atMost limit: Duration, until isDone: (Tick) -> Bool = { _ in false }) throws {
        let end = Tick.now + limit
        while !connections.isEmpty {
            let now = Tick.now
            if isDone(now) { return }
            guard now < end else { throw BenchFault.tooSlow("\(connections.count) visitors were not done after \(limit)") }
            try wakeThoseDue(at: now)
            try serveThoseReady(within: patience(from: now))
        }
    }

    /// Everybody leaves at once, whatever they were doing.
    func disperse() {
        connections.removeAll()
        polls.removeAll()
        waiting.removeAll()
    }

    /// Milliseconds to wait for the network: until the next visitor is due, and never long, as `isDone` wants to be asked.
    private func patience(from now: Tick) -> Int32 {
        guard let next = waiting.lazy.map(\.until).min() else { return 5 }
        return Int32(min(5, max(0, (next - now + 999_999) / 1_000_000)))
    }

    private func wakeThoseDue(at now: Tick) throws {
        guard waiting.contains(where: { $0.until <= now }) else { return }
        let due = waiting.filter { $0.until <= now }
        waiting.removeAll { $0.until <= now }
        for (_, connection) in due { try proceed(connection, at: now) }
    }

    private func serveThoseReady(within milliseconds: Int32) throws {
        var left = poll(&polls, nfds_t(polls.count), milliseconds)
        guard left >= 0 || errno == EINTR else { throw BenchFault.system("poll", code: errno) }
        var position = connections.count - 1
        while left > 0, position >= 0 {
            let ready = polls[position].revents
            if ready != 0 {
                left -= 1
                polls[position].revents = 0
                try serve(at: position, writes: ready & Int16(POLLOUT) != 0, reads: ready & ~Int16(POLLOUT) != 0)
            }
            position -= 1
        }
    }

    /// Goes through the places from the last one down, so that a leaving visitor's place can be filled by the last.
    private func serve(at position: Int, writes: Bool, reads: Bool) throws {
        let connection = connections[position]
        do {
            if writes {
                try connection.sendMore()
                if !connection.isSending { polls[position].events = Int16(POLLIN) }
            }
            guard reads, try connection.receive(into: buffer) else { return }
        } catch {
            return try replace(connection, at: position, because: error)
        }
        if connection.isSpent {
            try reconnect(connection, at: position)
        } else {
            try proceed(connection, at: .now, position: position)
        }
    }

    private func replace(_ connection: Connection, at position: Int, because error: any Error) throws {
        if let request = connection.pending { connection.visitor.lose(request, because: "\(error)") }
        waiting.removeAll { $0.connection === connection }
        try reconnect(connection, at: position)
    }

    private func connect(_ visitor: any Visitor) throws -> Connection {
        connected += 1
        return try Connection(to: ports[connected % ports.count], for: visitor)
    }

    private func reconnect(_ connection: Connection, at position: Int) throws {
        let fresh = try connect(connection.visitor)
        connections[position] = fresh
        polls[position] = pollfd(fd: fresh.socket, events: Int16(POLLIN), revents: 0)
        try proceed(fresh, at: .now, position: position)
    }

    /// Asks the visitor for its next step and takes it.
    private func proceed(_ connection: Connection, at now: Tick, position known: Int? = nil) throws {
        switch connection.visitor.next(at: now) {
        case .send(let request):
            try start(request, over: connection, at: now, position: known)
        case .wait(let until):
            waiting.append((until, connection))
        case .leave:
            guard let position = known ?? place(of: connection) else { return }
            connections.swapAt(position, connections.count - 1)
            polls.swapAt(position, polls.count - 1)
            connections.removeLast()
            polls.removeLast()
        }
    }

    private func start(_ request: Request, over connection: Connection, at now: Tick, position known: Int?) throws {
        do {
            try connection.start(request, at: now)
        } catch {
            guard let position = known ?? place(of: connection) else { throw error }
            return try replace(connection, at: position, because: error)
        }
        if connection.isSending, let position = known ?? place(of: connection) {
            polls[position].events = Int16(POLLIN | POLLOUT)
        }
    }

    private func place(of connection: Connection) -> Int? { connections.firstIndex { $0 === connection } }
}
