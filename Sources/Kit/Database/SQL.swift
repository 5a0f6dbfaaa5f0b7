import Essentials

/// A statement and what is bound to it. Interpolations become bound parameters, never text.
///
///     try snapshot.rows("SELECT title FROM product WHERE id = \(product) AND status = \(Status.active)") { try $0.next() }
///
/// It is written once, in the subset of PostgreSQL's dialect that both engines speak; `?` is kept for parameters.
/// `FOR UPDATE` locks rows on PostgreSQL and means nothing on SQLite, where there is one writer.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    public private(set) var text: String
    public private(set) var bindings: [Value]

    public init(stringLiteral text: String) {
        self.text = text
        bindings = []
    }

    /// A statement whose text was put together from the names that a schema gives, with as many `?` in it as values.
    public init(_ text: String, binding values: [Value]) {
        self.text = text
        bindings = values
    }

    public init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
        bindings = interpolation.bindings
    }

    public static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.text += b.text
        sum.bindings += b.bindings
        return sum
    }

    public static func += (a: inout SQL, b: SQL) {
        a.text += b.text
        a.bindings += b.bindings
    }

    public struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var bindings: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            bindings.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Binds one value.
        public mutating func appendInterpolation(_ value: some Storable) {
            text += "?"
            bindings.append(value.stored)
        }

        /// Binds one value, or NULL.
        public mutating func appendInterpolation<Wrapped: Storable>(_ value: Wrapped?) {
            text += "?"
            bindings.append(value.stored)
        }

        /// Writes the word of a case into the text itself: for a column by whose words partial indexes are made. A bound value
        /// could choose one of them, so SQLite would plan the statement anew at each run.
        public mutating func appendInterpolation<Word: Storable & RawRepresentable>(word: Word)
        where Word.RawValue == String {
            precondition(word.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }, "“\(word.rawValue)” is no plain word")
            text += "'" + word.rawValue + "'"
        }

        /// Binds a parenthesised list for `IN`. Lists are padded to the next power of two by repeating the
        /// last value, so that few different statements need preparing. An empty list matches nothing.
        public mutating func appendInterpolation<Element: Storable>(list values: some Collection<Element>) {
            guard !values.isEmpty else {
                text += "(NULL)"
                return
            }
            let count = values.count
            var room = 1
            while room < count { room *= 2 }
            text += "(?"
            for _ in 1..<room { text += ",?" }
            text += ")"
            bindings.reserveCapacity(bindings.count + room)
            for value in values { bindings.append(value.stored) }
            let last = bindings[bindings.count - 1]
            for _ in count..<room { bindings.append(last) }
        }

        /// Inserts another piece of SQL with its own bindings.
        public mutating func appendInterpolation(sql: SQL) {
            text += sql.text
            bindings += sql.bindings
        }
    }
}
