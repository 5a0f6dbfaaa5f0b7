import CPostgres
import Database

/// The row of an answer that is being read, in PostgreSQL's binary form.
final class PostgresCells: Cells {
    private let result: PostgresResult
    private let pointer: OpaquePointer
    var row: Int32 = 0

    init(_ result: PostgresResult) {
        self.result = result
        pointer = result.pointer
    }

    var rowCount: Int32 { PQntuples(pointer) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(pointer, row, Int32(column)) == 1 }

    func integer(_ column: Int) -> Int64? {
        switch PQftype(pointer, Int32(column)) {
        case PostgresType.bigint: load(column, as: Int64.self)
        case PostgresType.integer: load(column, as: Int32.self).map(Int64.init)
        case PostgresType.smallint: load(column, as: Int16.self).map(Int64.init)
        default: nil
        }
    }

    func real(_ column: Int) -> Double? {
        guard PQftype(pointer, Int32(column)) == PostgresType.double else { return integer(column).map(Double.init) }
        return load(column, as: UInt64.self).map(Double.init(bitPattern:))
    }

    func boolean(_ column: Int) -> Bool? {
        guard PQftype(pointer, Int32(column)) == PostgresType.boolean else { return nil }
        return load(column, as: UInt8.self).map { $0 != 0 }
    }

    func text(_ column: Int) -> String? {
        switch PQftype(pointer, Int32(column)) {
        case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.unknown:
            raw(column).map { String(decoding: $0, as: UTF8.self) }
        default: nil
        }
    }

    func bytes(_ column: Int) -> [UInt8]? {
        guard PQftype(pointer, Int32(column)) == PostgresType.bytea else { return nil }
        return raw(column).map { Array($0) }
    }

    func uuid(_ column: Int) -> UInt128? {
        guard PQftype(pointer, Int32(column)) == PostgresType.uuid else { return nil }
        return load(column, as: UInt128.self)
    }

    private func load<T: FixedWidthInteger>(_ column: Int, as _: T.Type) -> T? {
        guard let raw = raw(column), raw.count == MemoryLayout<T>.size else { return nil }
        return T(bigEndian: raw.loadUnaligned(as: T.self))
    }

    private func raw(_ column: Int) -> UnsafeRawBufferPointer? {
        guard !isNull(column), let start = PQgetvalue(pointer, row, Int32(column)) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, Int32(column))))
    }
}
