import Database
import Essentials
import Secrets

/// Somebody's stay in a browser or at a till, from signing in to signing out.
public struct StaffSession: Identified, Sendable {
    public static let prefix = "sts"

    public let id: ID
    public let staff: StaffMember.ID
    /// For the corner of a page.
    public let name: String
    public let language: String
    public let method: SignInMethod
    /// The till at which it is; `nil` for a browser in the office.
    public let device: Device.ID?
    /// That till's location.
    public let location: UInt128?
    public let createdAt: Instant
    public let seenAt: Instant
    /// When it ends whatever happens.
    public let expiresAt: Instant
    let idle: Duration
    private var grants: [Grant]

    /// Who acts in it, and what they may do in it.
    public var actor: Actor {
        Actor(.staff(staff), grants: method.limit(grants, to: location))
    }

    /// Whether it is time to write down that it is still used: a few times in its idle time, not at each request.
    public func isDueToBeSeen(at now: Instant) -> Bool {
        (now - seenAt).microseconds >= idle.microseconds / 10
    }
}

/// A session that has just begun, and the token that opens it: to be handed to its holder, and kept nowhere.
public struct StartedSession: Sendable {
    public let session: StaffSession
    public let token: SecretToken
}

extension StaffSession {
    /// The session that a token opens, with its roles as they are now; `nil` when it has ended, expired or never was.
    /// One statement.
    public static func find(_ token: SecretToken, at now: Instant, in reading: some Reading) throws -> StaffSession? {
        try find(where: "s.token = \(token.digest)", at: now, in: reading)
    }

    static func find(_ id: ID, at now: Instant, in reading: some Reading) throws -> StaffSession? {
        try find(where: "s.id = \(id)", at: now, in: reading)
    }

    private static func find(where condition: SQL, at now: Instant, in reading: some Reading) throws -> StaffSession? {
        let rows = try reading.rows(
            """
            SELECT s.id, s.staff, m.name, m.language, s.method, s.device, d.location,
                   s.created_at, s.seen_at, s.expires_at, s.idle, g.role, g.location
            FROM staff_session s
            JOIN staff_member m ON m.id = s.staff
            LEFT JOIN device d ON d.id = s.device
            LEFT JOIN staff_grant g ON g.staff = s.staff
            WHERE \(sql: condition) AND s.expires_at > \(now) AND s.seen_at + s.idle > \(now) AND m.status = \(StaffMember.Status.active)
            """, as: StaffSession.self)
        guard var session = rows.first else { return nil }
        session.grants = rows.flatMap(\.grants)
        return session
    }

    static func endAll(of staff: StaffMember.ID, except kept: ID? = nil, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM staff_session WHERE staff = \(staff) AND id <> \(kept?.bits ?? 0)")
    }
}

extension StaffSession: Readable {
    /// One row for each grant, or one without any.
    public init(row: inout Row) throws {
        id = try row.next()
        staff = try row.next()
        name = try row.next()
        language = try row.next()
        method = try row.next()
        device = try row.next()
        location = try row.next()
        createdAt = try row.next()
        seenAt = try row.next()
        expiresAt = try row.next()
        idle = .microseconds(try row.next(Int64.self))
        let role: Role? = try row.next()
        let place: UInt128? = try row.next()
        grants = if let role, let place { [Grant(role: role, storedLocation: place)] } else { [] }
    }
}
