import CPostgres
import Database

/// What is bound to a statement, in the shape that libpq wants: kept and filled again for each run, so that it costs no memory.
final class PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// Lays out the values for parameters of these types: in PostgreSQL's binary form where the type is the value's own, as text
    /// where it is a relative (a SMALLINT column takes our 64 bits that way, and refuses what does not fit).
    func fill(_ values: [Value], types: [Oid]) {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for (value, type) in zip(values, types) {
            let start = bytes.count
            let isBinary = type == value.ownType
            switch value {
            case .null:
                starts.append(-1)
                lengths.append(0)
                formats.append(0)
                continue
            case .integer(let integer) where isBinary: append(integer.bigEndian)
            case .integer(let integer): append(text: "\(integer)")
            case .real(let real) where isBinary: append(real.bitPattern.bigEndian)
            case .real(let real): append(text: "\(real)")
            case .boolean(let flag) where isBinary: bytes.append(flag ? 1 : 0)
            case .boolean(let flag): append(text: flag ? "t" : "f")
            case .text(let text) where isBinary: bytes.append(contentsOf: text.utf8)
            case .text(let text): append(text: text)
            case .bytes(let some): bytes.append(contentsOf: some)
            case .uuid(let bits): append(bits.bigEndian)
            }
            starts.append(start)
            lengths.append(Int32(bytes.count - start))
            formats.append(isBinary ? 1 : 0)
        }
        // An empty value at the end needs an address, too.
        bytes.append(0)
    }

    /// Hands on: how many, where they are, how long, and in which form.
    func send(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBytes { all in
            let base = all.baseAddress
            let values = starts.map { start in start < 0 ? nil : base.map { ($0 + start).assumingMemoryBound(to: CChar.self) } }
            return body(Int32(values.count), values, lengths, formats)
        }
    }

    private func append(_ integer: some FixedWidthInteger) {
        withUnsafeBytes(of: integer) { bytes.append(contentsOf: $0) }
    }

    /// Text form ends with a zero.
    private func append(text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }
}

extension Value {
    /// The type that a statement is prepared with; 0 lets the server find out what a NULL is meant to be.
    var ownType: Oid {
        switch self {
        case .null: 0
        case .integer: PostgresType.bigint
        case .real: PostgresType.double
        case .boolean: PostgresType.boolean
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        case .uuid: PostgresType.uuid
        }
    }

    /// Whether a statement that was prepared for this type can be given this value.
    func suits(_ type: Oid) -> Bool {
        switch self {
        case .null: true
        case .integer: type == PostgresType.bigint || type == PostgresType.integer || type == PostgresType.smallint
        default: type == ownType
        }
    }
}

/// The numbers of the types that Seam's schema and queries use (`pg_type.dat`).
enum PostgresType {
    static let boolean: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let double: Oid = 701
    static let unknown: Oid = 705
    static let varchar: Oid = 1043
    static let uuid: Oid = 2950
}
