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

        /// Binds a parenthesised list for `IN`. Lists are padded to the next power of two by repeating the
        /// last value, so that few different statements need preparing. An empty list matches nothing.
        public mutating func appendInterpolation<Element: Storable>(list values: some Collection<Element>) {
            guard !values.isEmpty else {
                text += "(NULL)"
                return
            }
            var padded = values.map(\.stored)
            var room = 1
            while room < padded.count { room *= 2 }
            padded += Array(repeating: padded[padded.count - 1], count: room - padded.count)
            text += "(?" + String(repeating: ",?", count: room - 1) + ")"
            bindings += padded
        }

        /// Inserts another piece of SQL with its own bindings.
        public mutating func appendInterpolation(sql: SQL) {
            text += sql.text
            bindings += sql.bindings
        }
    }
}
