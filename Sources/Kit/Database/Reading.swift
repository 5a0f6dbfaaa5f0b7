/// What can be asked of a snapshot and of a transaction alike.
public protocol Reading {
    var connection: any Connection { get }
}

/// One connection's way to its engine. Only engines implement it, and only this room calls it.
public protocol Connection: AnyObject {
    var engine: Engine { get }
    /// Calls `body` on each row; a throw ends the statement.
    func query(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws
    /// Runs a statement and returns how many rows it changed.
    func execute(_ sql: SQL) throws -> Int
    /// Runs a statement that nobody waits for: an engine that is far away may send it with the next. `answer` is given the rows
    /// that it returns before the transaction is kept.
    func send(_ sql: SQL, answer: ((inout Row) throws -> Void)?) throws
    /// Waits for the answers to all that was sent.
    func receive() throws
    /// Adds to a column of rows, by their ids, right before the transaction is kept where there are others to wait for.
    func addLast(_ amounts: [Int64: Int64], to column: TallyColumn) throws
    /// Lets nobody else pass here until the transaction ends. Nothing to do where there is one writer.
    func enter(_ door: String) throws
    /// Runs the statements of a migration, in the engine's own dialect.
    func define(_ script: String) throws
    /// The same, when the engine can keep some of the tables in the order of their primary key.
    func define(_ script: String, clustered: [String]) throws
}

extension Connection {
    public func define(_ script: String, clustered: [String]) throws { try define(script) }

    public func receive() throws {}

    public func addLast(_ amounts: [Int64: Int64], to column: TallyColumn) throws {
        for statement in column.adding(amounts) { try send(statement, answer: nil) }
    }

    public func send(_ sql: SQL, answer: ((inout Row) throws -> Void)?) throws {
        guard let answer else {
            _ = try execute(sql)
            return
        }
        try query(sql) { row in
            try answer(&row)
            return true
        }
    }
}

extension Reading {
    /// Every row, made into values.
    public func rows<T>(_ sql: SQL, _ make: (inout Row) throws -> T) throws -> [T] {
        var all: [T] = []
        try connection.query(sql) { row in
            all.append(try make(&row))
            return true
        }
        return all
    }

    public func rows<T: Readable>(_ sql: SQL, as: T.Type = T.self) throws -> [T] {
        try rows(sql) { try T(row: &$0) }
    }

    /// The first row, or `nil` when there is none.
    public func row<T>(_ sql: SQL, _ make: (inout Row) throws -> T) throws -> T? {
        var first: T?
        try connection.query(sql) { row in
            first = try make(&row)
            return false
        }
        return first
    }

    public func row<T: Readable>(_ sql: SQL, as: T.Type = T.self) throws -> T? {
        try row(sql) { try T(row: &$0) }
    }

    /// The first column of every row.
    public func values<T: Storable>(_ sql: SQL, as: T.Type = T.self) throws -> [T] {
        try rows(sql) { try $0.next() }
    }

    /// The first column of the first row; `nil` when there is no row or the cell is NULL.
    public func value<T: Storable>(_ sql: SQL, as: T.Type = T.self) throws -> T? {
        try row(sql) { try $0.next(T?.self) } ?? nil
    }

    /// Whether there is any row.
    public func exists(_ sql: SQL) throws -> Bool {
        var found = false
        try connection.query(sql) { _ in
            found = true
            return false
        }
        return found
    }

    /// Calls `body` on each row without keeping any: for exports and large reads.
    public func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try connection.query(sql) { row in
            try body(&row)
            return true
        }
    }
}
