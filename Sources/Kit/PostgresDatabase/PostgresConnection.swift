import CPostgres
import Database

/// One session as the rooms above use it: statements are prepared once, and a transaction begins with its first statement.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    let link: PostgresLink
    private var prepared: [String: Prepared] = [:]
    private var preparedCount = 0
    private let parameters = PostgresParameters()
    /// Commands that travel with the next statement.
    var luggage: [String] = []
    /// What is to be added right before the commit, and by which member of the group.
    private var last: [(member: Int, column: TallyColumn, amounts: [Int64: Int64])] = []
    /// Whether the server knows of the transaction.
    private var isBegun = false
    private var plans: PlanAge
    private let trace: (@Sendable (String) -> Void)?

    private struct Prepared {
        let name: String
        let types: [Oid]
    }

    /// - Parameter plansLast: how long the server's first plans are kept.
    init(_ link: PostgresLink, plansLast: Duration, trace: (@Sendable (String) -> Void)? = nil) {
        self.link = link
        plans = PlanAge(first: plansLast)
        self.trace = trace
    }

    // MARK: Connection

    func query(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let cells = PostgresCells(try answer(to: sql))
        let count = cells.rowCount
        while cells.row < count {
            var row = Row(cells)
            guard try body(&row) else { return }
            cells.row += 1
        }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let result = try answer(to: sql)
        return Int(String(cString: PQcmdTuples(result.pointer))) ?? 0
    }

    func send(_ sql: SQL, answer: ((inout Row) throws -> Void)?) throws {
        try prepare(sql) { statement in
            try link.send(
                prepared: statement.name, with: parameters,
                answer: answer.map { answer in
                    { result in
                        let cells = PostgresCells(result)
                        while cells.row < cells.rowCount {
                            var row = Row(cells)
                            try answer(&row)
                            cells.row += 1
                        }
                    }
                })
        }
    }

    func receive() throws {
        if link.isOwed { try link.collect() }
    }

    func addLast(_ amounts: [Int64: Int64], to column: TallyColumn) {
        last.append((link.member, column, amounts))
    }

    /// What a member wanted last goes with it.
    func forgetLast(of member: Int) {
        last.removeAll { $0.member == member }
    }

    func enter(_ door: String) throws {
        _ = try answer(to: "SELECT pg_advisory_xact_lock(hashtextextended(\(door), \(Self.schemaLock)))")
    }

    func define(_ script: String) throws {
        try depart()
        // Two nodes that start at once bring the schema up one after the other; a large table takes its time.
        let frame = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(\(Self.schemaLock)); "
        try link.script(frame + PostgresDialect.definition(script))
    }

    // MARK: Transactions

    /// Begins a transaction with the next statement, or never when there is none.
    func begin(_ command: String) throws {
        if plans.areOver() {
            try link.send("DISCARD PLANS")
            try link.endRound()
        }
        luggage = [command]
        last.removeAll(keepingCapacity: true)
        isBegun = false
    }

    /// Lets a command travel with the next statement.
    func pack(_ command: String) {
        luggage.append(command)
    }

    /// Ends the transaction without waiting for the server to say so.
    func end(_ command: String) throws {
        luggage.removeAll(keepingCapacity: true)
        guard isBegun else { return }
        isBegun = false
        try link.send(command)
        try link.endRound()
    }

    /// Undoes the transaction, and whatever was sent and not answered yet with it.
    func rollBack() throws {
        luggage.removeAll(keepingCapacity: true)
        guard isBegun else { return }
        try link.disregard()
        try end("ROLLBACK")
    }

    /// Ends the transaction and waits until it is durable.
    /// - Throws: `DatabaseFault.outcomeUnknown` when the connection is lost meanwhile.
    func commit() throws {
        guard isBegun || !last.isEmpty else {
            luggage.removeAll(keepingCapacity: true)
            return
        }
        do {
            let sums = last.reduce(into: [TallyColumn: [Int64: Int64]]()) { sums, one in
                sums[one.column, default: [:]].merge(one.amounts, uniquingKeysWith: +)
            }
            last.removeAll(keepingCapacity: true)
            for (column, amounts) in sums {
                for statement in column.adding(amounts) { try send(statement, answer: nil) }
            }
            try depart()
            guard try link.run("COMMIT") == "COMMIT" else {
                throw DatabaseFault.engine("a statement had failed, so that nothing of the change was kept")
            }
            isBegun = false
        } catch  where link.isLost {
            throw DatabaseFault.outcomeUnknown("\(link.address)")
        }
    }

    // MARK: Statements

    private func answer(to sql: SQL) throws -> PostgresResult {
        try prepare(sql) { try link.run(prepared: $0.name, with: parameters) }
    }

    private func prepare<T>(_ sql: SQL, _ body: (Prepared) throws -> T) throws -> T {
        trace?(sql.text)
        try depart()
        let statement = try statement(for: sql)
        parameters.fill(sql.bindings, types: statement.types)
        return try body(statement)
    }

    private func depart() throws {
        isBegun = true
        guard !luggage.isEmpty else { return }
        let commands = luggage
        luggage.removeAll(keepingCapacity: true)
        for command in commands { try link.send(command) }
    }

    private func statement(for sql: SQL) throws -> Prepared {
        if let known = prepared[sql.text], zip(sql.bindings, known.types).allSatisfy({ $0.suits($1) }) { return known }
        if prepared.count >= Self.preparedLimit {
            forgetStatements()
            try link.send("DEALLOCATE ALL")
        }
        preparedCount += 1
        let name = "s\(preparedCount)"
        let types = try link.prepare(name, PostgresDialect.statement(sql.text), types: sql.bindings.map(\.ownType))
        let statement = Prepared(name: name, types: types)
        prepared[sql.text] = statement
        return statement
    }

    /// Prepares every statement again, under another name, when it is next wanted.
    func forgetStatements() {
        prepared.removeAll()
        link.forgetHabits()
    }

    /// More than the product has; lists of changing length are padded so that they stay few.
    private static let preparedLimit = 1_000
    /// “Seam” in ASCII.
    private static let schemaLock: Int64 = 0x5365_616d
}
