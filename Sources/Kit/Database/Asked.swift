/// What was asked and may not be answered yet.
///
/// Questions that do not wait for one another's answers travel to a server together, which is one journey instead of several:
///
///     let cart = try transaction.ask("SELECT … FROM cart WHERE …", as: Cart.self)
///     let lines = try transaction.ask("SELECT … FROM cart_line WHERE …", as: Line.self)
///     guard let cart = try cart.first() else { … }
///
/// They are answered in the order in which they were asked, so the second sees what the first has waited for. Where the database
/// lies in the same process, each is answered at once.
public final class Asked<T> {
    private let connection: any Connection
    private var found: [T] = []
    private var isAnswered = false

    fileprivate init(_ connection: any Connection) {
        self.connection = connection
    }

    fileprivate func add(_ value: T) { found.append(value) }

    /// Every row, once the answer is there.
    /// - Throws: what this or an earlier statement that nobody waited for was refused for.
    public func rows() throws -> [T] {
        if !isAnswered {
            try connection.receive()
            isAnswered = true
        }
        return found
    }

    /// The first row, or `nil` when there is none.
    public func first() throws -> T? { try rows().first }
}

extension Transaction {
    /// Asks without waiting for the answer; `make` is called for each row once it is there.
    public func ask<T>(_ sql: SQL, _ make: @escaping (inout Row) throws -> T) throws -> Asked<T> {
        let asked = Asked<T>(connection)
        try connection.send(sql) { asked.add(try make(&$0)) }
        return asked
    }

    public func ask<T: Readable>(_ sql: SQL, as: T.Type = T.self) throws -> Asked<T> {
        try ask(sql) { try T(row: &$0) }
    }
}
