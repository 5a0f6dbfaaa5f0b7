import Database

extension Transaction {
    /// Inserts many rows with few statements: as many rows at once as a power of two allows, so that a handful of
    /// statements is prepared whatever the number of rows.
    /// - Parameters:
    ///   - head: `INSERT INTO variant (id, product) VALUES`
    ///   - rows: `(…, …)` each.
    func insert(_ head: SQL, _ rows: [SQL], _ tail: SQL = "") throws {
        var rest = rows[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Self.chunk(of: rest.count))
            try run(head.appending(chunk) + tail)
            rest = rest.dropFirst(chunk.count)
        }
    }

    /// The same for statements that return something of each row, in the order of the rows.
    func insert<T>(_ head: SQL, _ rows: [SQL], returning tail: SQL, _ make: (inout Row) throws -> T) throws -> [T] {
        var made: [T] = []
        var rest = rows[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Self.chunk(of: rest.count))
            made += try self.rows(head.appending(chunk) + tail, make)
            rest = rest.dropFirst(chunk.count)
        }
        return made
    }

    private static func chunk(of count: Int) -> Int {
        var size = 64
        while size > count { size /= 2 }
        return size
    }
}

extension SQL {
    fileprivate func appending(_ rows: ArraySlice<SQL>) -> SQL {
        var sql = self
        for (offset, row) in rows.enumerated() {
            sql += offset == 0 ? " " : ", "
            sql += row
        }
        return sql
    }
}

extension Swift.Collection {
    /// The elements in pieces of at most `size`, so that no statement has more parameters than an engine takes.
    func pieces(of size: Int) -> [SubSequence] {
        var pieces: [SubSequence] = []
        var rest = self[...]
        while !rest.isEmpty {
            pieces.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return pieces
    }
}
