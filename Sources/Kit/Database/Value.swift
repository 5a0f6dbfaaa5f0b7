import Essentials

/// What a cell holds, in the types that both engines share.
public enum Value: Hashable, Sendable {
    case null
    /// BIGINT, SMALLINT
    case integer(Int64)
    /// DOUBLE PRECISION
    case real(Double)
    /// BOOLEAN
    case boolean(Bool)
    /// TEXT, sorted bytewise
    case text(String)
    /// BYTEA
    case bytes([UInt8])
    /// UUID; a 16-byte BLOB on SQLite
    case uuid(UInt128)
}

/// A Swift value that can be bound into SQL and read back from a column.
public protocol Storable: Sendable {
    var stored: Value { get }
    /// Reads the cell; `nil` when it holds something that is no value of this type.
    static func restored(from cells: any Cells, at column: Int) -> Self?
}

/// The cells of the row that a statement stands on, as an engine gives them.
/// Each is `nil` for NULL and for another type.
public protocol Cells: AnyObject {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64?
    func real(_ column: Int) -> Double?
    func boolean(_ column: Int) -> Bool?
    func text(_ column: Int) -> String?
    func bytes(_ column: Int) -> [UInt8]?
    func uuid(_ column: Int) -> UInt128?
}

extension Int64: Storable {
    public var stored: Value { .integer(self) }
    public static func restored(from cells: any Cells, at column: Int) -> Int64? { cells.integer(column) }
}

extension Int: Storable {
    public var stored: Value { .integer(Int64(self)) }
    public static func restored(from cells: any Cells, at column: Int) -> Int? { cells.integer(column).map(Int.init) }
}

extension Double: Storable {
    public var stored: Value { .real(self) }
    public static func restored(from cells: any Cells, at column: Int) -> Double? { cells.real(column) }
}

extension Bool: Storable {
    public var stored: Value { .boolean(self) }
    public static func restored(from cells: any Cells, at column: Int) -> Bool? { cells.boolean(column) }
}

extension String: Storable {
    public var stored: Value { .text(self) }
    public static func restored(from cells: any Cells, at column: Int) -> String? { cells.text(column) }
}

extension UInt128: Storable {
    public var stored: Value { .uuid(self) }
    public static func restored(from cells: any Cells, at column: Int) -> UInt128? { cells.uuid(column) }
}

extension [UInt8]: Storable {
    public var stored: Value { .bytes(self) }
    public static func restored(from cells: any Cells, at column: Int) -> [UInt8]? { cells.bytes(column) }
}

extension Identifier: Storable {
    public var stored: Value { .uuid(bits) }
    public static func restored(from cells: any Cells, at column: Int) -> Identifier? { cells.uuid(column).map(Identifier.init(bits:)) }
}

extension Instant: Storable {
    public var stored: Value { .integer(microseconds) }
    public static func restored(from cells: any Cells, at column: Int) -> Instant? {
        cells.integer(column).map(Instant.init(microseconds:))
    }
}

extension Optional: Storable where Wrapped: Storable {
    public var stored: Value { self?.stored ?? .null }
    public static func restored(from cells: any Cells, at column: Int) -> Wrapped?? {
        if cells.isNull(column) { return .some(nil) }
        return Wrapped.restored(from: cells, at: column).map(Optional.some)
    }
}

/// Enumerations over stored raw values: `enum Status: String, Storable { case active }`.
extension Storable where Self: RawRepresentable, RawValue: Storable {
    public var stored: Value { rawValue.stored }
    public static func restored(from cells: any Cells, at column: Int) -> Self? {
        RawValue.restored(from: cells, at: column).flatMap(Self.init(rawValue:))
    }
}
