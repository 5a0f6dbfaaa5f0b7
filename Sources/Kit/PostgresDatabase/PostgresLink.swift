import CPostgres
import Database

/// One session with the server, used by one thread at a time and always in libpq's pipeline mode: commands whose answer
/// nobody waits for (`BEGIN`, `SAVEPOINT`, the end of a read) travel with their neighbours instead of costing a journey each.
final class PostgresLink {
    let handle: OpaquePointer
    let address: PostgresAddress
    /// What the server has been sent and not yet answered, oldest first.
    private var owed: [Owed] = []
    /// Commands that the server has read already, by the names under which it keeps them.
    private var habits: [String: String] = [:]
    /// What the last fault says about trying again.
    private(set) var trouble = Trouble.none
    /// Which of those who share a transaction is at work, so that a fault is laid at the right door.
    var member = 0
    /// Whether the last fault was that of another member's command, whose answer was still owed.
    private(set) var isAnothersFault = false

    private enum Owed {
        /// Of a command that this member sent, and who wants to see it.
        case answer(member: Int, ((PostgresResult) throws -> Void)?)
        case end
    }

    enum Trouble {
        case none
        /// The server ended the transaction because of others: it can be run again.
        case conflict
        /// The server does not know a statement that was prepared: prepare again.
        case forgotten
        /// The session is gone.
        case lost
    }

    init(handle: OpaquePointer, address: PostgresAddress) {
        self.handle = handle
        self.address = address
    }

    deinit { PQfinish(handle) }

    var isLost: Bool { trouble == .lost }
    /// Whether anything was sent that nobody has waited for yet.
    var isOwed: Bool { !owed.isEmpty }

    func forgetTrouble() {
        if trouble != .lost { trouble = .none }
        isAnothersFault = false
        member = 0
    }

    func markLost() {
        trouble = .lost
    }

    // MARK: Sending

    /// Sends a command whose answer is read with the next one's.
    func send(_ command: String) throws {
        try sent(sendCommand(command))
        owed.append(.answer(member: member, nil))
    }

    private func sendCommand(_ command: String) -> Int32 {
        if let name = habits[command] { return PQsendQueryPrepared(handle, name, 0, nil, nil, nil, 1) }
        return PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 1)
    }

    /// Lets the server read commands that are sent often once and for all; before the pipeline begins.
    func prepareHabits(_ commands: [String]) throws {
        for (number, command) in commands.enumerated() {
            let name = "habit\(number)"
            guard let pointer = PQprepare(handle, name, command, 0, nil) else { throw lost() }
            try check(PostgresResult(pointer))
            habits[command] = name
        }
    }

    /// The server does not know what it has read, or is about to forget it.
    func forgetHabits() {
        habits = [:]
    }

    /// Sends a statement; `answer` is given the server's answer once it is there.
    func send(prepared name: String, with parameters: PostgresParameters, answer: ((PostgresResult) throws -> Void)?) throws {
        try sent(parameters.send { PQsendQueryPrepared(handle, name, $0, $1, $2, $3, 1) })
        owed.append(.answer(member: member, answer))
        if owed.count >= Self.mostOwed { try collect() }
    }

    /// Waits for all that is owed.
    /// - Throws: the first fault among it.
    func collect() throws {
        try endRound()
        try readOwed()
    }

    /// Waits for all that is owed and makes nothing of it, because it is about to be undone.
    func disregard() throws {
        guard !owed.isEmpty else { return }
        let before = (trouble, isAnothersFault)
        do { try collect() } catch {
            if isLost { throw error }
            (trouble, isAnothersFault) = before
        }
    }

    /// Asks the server to answer what was sent, without waiting for it.
    func endRound() throws {
        try sent(PQpipelineSync(handle))
        owed.append(.end)
    }

    /// Runs a command and waits for its answer.
    /// - Returns: the command's tag: `COMMIT`, `ROLLBACK`.
    func run(_ command: String) throws -> String {
        try sent(sendCommand(command))
        let result = try answer()
        return String(cString: PQcmdStatus(result.pointer))
    }

    func prepare(_ name: String, _ text: String, types: [Oid]) throws -> [Oid] {
        try sent(PQsendPrepare(handle, name, text, Int32(types.count), types))
        // The server says what it takes a NULL for.
        guard types.contains(0) else {
            _ = try answer()
            return types
        }
        owed.append(.answer(member: member, nil))
        try sent(PQsendDescribePrepared(handle, name))
        let described = try answer()
        return types.indices.map { PQparamtype(described.pointer, Int32($0)) }
    }

    func run(prepared name: String, with parameters: PostgresParameters) throws -> PostgresResult {
        try sent(parameters.send { PQsendQueryPrepared(handle, name, $0, $1, $2, $3, 1) })
        return try answer()
    }

    // MARK: Outside the pipeline

    /// Runs a script of several statements.
    func script(_ text: String) throws {
        try collect()
        guard PQexitPipelineMode(handle) == 1 else { throw lost() }
        defer { _ = PQenterPipelineMode(handle) }
        try settle(text)
    }

    func settle(_ text: String) throws {
        guard let pointer = PQexec(handle, text) else { throw lost() }
        try check(PostgresResult(pointer))
    }

    // MARK: Receiving

    /// Ends the round and waits for the answer to what was sent last.
    private func answer() throws -> PostgresResult {
        try sent(PQpipelineSync(handle))
        var earlier: (any Error)?
        do { try readOwed() } catch {
            if isLost { throw error }
            earlier = error
        }
        let result = try next()
        try readEnd()
        if let earlier { throw earlier }
        try check(result)
        return result
    }

    /// Reads the answers that nobody has waited for; throws the first that is a fault.
    private func readOwed() throws {
        var fault: (any Error)?
        let open = owed
        owed.removeAll(keepingCapacity: true)
        for item in open {
            switch item {
            case .answer(let owner, let answer):
                let result = try next()
                do {
                    try check(result)
                    if fault == nil { try answer?(result) }
                } catch {
                    if isLost { throw error }
                    guard fault == nil else { continue }
                    fault = error
                    isAnothersFault = owner != member
                }
            case .end: try readEnd()
            }
        }
        if let fault { throw fault }
    }

    /// The next answer, and the null that ends it.
    private func next() throws -> PostgresResult {
        guard let pointer = PQgetResult(handle) else { throw lost() }
        let result = PostgresResult(pointer)
        guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
        while let more = PQgetResult(handle) { PQclear(more) }
        return result
    }

    private func readEnd() throws {
        guard let pointer = PQgetResult(handle) else { throw lost() }
        defer { PQclear(pointer) }
        guard PQresultStatus(pointer) == PGRES_PIPELINE_SYNC else { throw lost() }
    }

    private func check(_ result: PostgresResult) throws {
        switch PQresultStatus(result.pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        case PGRES_PIPELINE_ABORTED: throw DatabaseFault.engine("an earlier command failed")
        default:
            guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
            let state = result.field("C")
            trouble = Trouble(sqlState: state) ?? trouble
            if trouble == .lost { throw lost() }
            throw DatabaseFault(sqlState: state, message: result.field("M"), address: address)
        }
    }

    /// So many answers fit into the memory of any connection.
    private static let mostOwed = 256

    private func sent(_ outcome: Int32) throws {
        guard outcome == 1 else { throw lost() }
    }

    private func lost() -> DatabaseFault {
        trouble = .lost
        return .lost("\(address)")
    }
}
