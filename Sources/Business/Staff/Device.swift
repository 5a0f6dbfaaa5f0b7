import Database
import Essentials
import Secrets

/// A till, or another thing that works at a location and is known by a token of its own.
public struct Device: Identified, Sendable, Equatable {
    public static let prefix = "dev"

    public enum Status: String, Sendable, Storable {
        case active
        /// Out of use: its token opens nothing; what was done with it keeps its id.
        case retired
    }

    public let id: ID
    /// What people call it there: `Till 2`.
    public let name: String
    /// Its location's id, as bits.
    public let location: UInt128
    public let status: Status
    public let createdAt: Instant
    /// When somebody last signed in at it.
    public let seenAt: Instant?
}

/// A device that has just got a token: to be stored on it, and kept nowhere else.
public struct RegisteredDevice: Sendable {
    public let device: Device
    public let token: SecretToken
}

extension Device: Readable {
    static let columns: SQL = "id, name, location, status, created_at, seen_at"

    public init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        location = try row.next()
        status = try row.next()
        createdAt = try row.next()
        seenAt = try row.next()
    }
}

extension Device {
    /// The device that a token belongs to, unless it is retired.
    public static func find(_ token: SecretToken, in reading: some Reading) throws -> Device? {
        try reading.row("SELECT \(sql: columns) FROM device WHERE token = \(token.digest) AND status = \(word: Status.active)")
    }

    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: Device] {
        let found = try reading.rows("SELECT \(sql: columns) FROM device WHERE id IN \(list: ids)", as: Device.self)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The devices in use at a location, by name.
    public static func all(at location: UInt128, in reading: some Reading) throws -> [Device] {
        try reading.rows(
            "SELECT \(sql: columns) FROM device WHERE location = \(location) AND status = \(word: Status.active) ORDER BY name_key")
    }

    /// The devices in use at the locations that somebody runs, by location and name, a page at a time; all of them for who
    /// runs everything.
    /// - Parameters:
    ///   - search: words of the name.
    ///   - places: locations of which the words are the name: their devices are found too.
    ///   - last: the last one of the page before.
    /// - Throws: `StaffRefusal.forbidden` for whoever runs none.
    public static func page(
        search: String = "", atAnyOf places: [UInt128] = [], after last: ID? = nil, limit: Int, by actor: Actor, in reading: some Reading
    ) throws -> [Device] {
        try actor.requireSomewhere(.manager)
        var condition: SQL = "status = \(word: Status.active)"
        if !actor.may(.manager) {
            condition += " AND location IN \(list: actor.grants.filter { $0.role >= .manager }.compactMap(\.location))"
        }
        let words = search.folded.split(separator: " ")
        if words.isEmpty, !search.trimmed.isEmpty { return [] }
        if !words.isEmpty {
            var named: SQL = "TRUE"
            for word in words { named += " AND name_key LIKE \("%\(word)%")" }
            condition += " AND ((\(sql: named)) OR location IN \(list: places))"
        }
        if let last { condition += " AND (location, name_key) > (SELECT location, name_key FROM device WHERE id = \(last))" }
        return try reading.rows(
            "SELECT \(sql: columns) FROM device WHERE \(sql: condition) ORDER BY location, name_key LIMIT \(limit)")
    }

    /// - Throws: `StaffRefusal.unknownDevice`
    static func lock(_ id: ID, in transaction: Transaction) throws -> Device {
        guard let device = try transaction.row("SELECT \(sql: columns) FROM device WHERE id = \(id) FOR UPDATE", as: Device.self)
        else { throw StaffRefusal.unknownDevice }
        return device
    }
}
