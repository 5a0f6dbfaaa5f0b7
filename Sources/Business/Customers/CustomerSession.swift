import Database
import Essentials
import Secrets
import Staff

/// A customer's stay in a browser, from signing in to signing out.
public struct CustomerSession: Identified, Sendable {
    public static let prefix = "css"

    public let id: ID
    /// Whom it stands for today, after all mergers.
    public let customer: Customer
    public let createdAt: Instant
    public let seenAt: Instant
    public let expiresAt: Instant
    let idle: Duration

    /// Who acts in it.
    public var actor: Actor { Actor(.customer(customer.id.bits)) }

    /// Whether it is time to write down that it is still used: every few days.
    public func isDueToBeSeen(at now: Instant) -> Bool {
        (now - seenAt).microseconds >= idle.microseconds / 10
    }

    /// A session ends when nobody came for so long.
    static let idle = Duration.days(30)
    /// And after so long whatever happened.
    static let longest = Duration.days(180)
}

/// A session that has just begun, and the token that opens it: to be handed to its holder, and kept nowhere.
public struct StartedCustomerSession: Sendable {
    public let session: CustomerSession
    public let token: SecretToken
}

extension CustomerSession: Readable {
    public init(row: inout Row) throws {
        id = try row.next()
        createdAt = try row.next()
        seenAt = try row.next()
        expiresAt = try row.next()
        idle = .microseconds(try row.next(Int64.self))
        customer = try Customer(row: &row)
    }

    /// The session that a token opens; `nil` when it has ended, expired or never was. One statement.
    public static func find(_ token: SecretToken, at now: Instant, in reading: some Reading) throws -> CustomerSession? {
        try find(where: "s.token = \(token.digest)", at: now, in: reading)
    }

    private static func find(where condition: SQL, at now: Instant, in reading: some Reading) throws -> CustomerSession? {
        try reading.row(
            """
            SELECT s.id, s.created_at, s.seen_at, s.expires_at, s.idle, \(sql: Customer.columns)
            FROM customer_session s JOIN customer c ON c.id = s.customer JOIN customer r ON r.id = c.root
            WHERE \(sql: condition) AND s.expires_at > \(now) AND s.seen_at + s.idle > \(now) AND r.erased_at IS NULL
            """)
    }

    /// Begins one under a new token and ends the one that the browser came with.
    static func start(
        for customer: Customer.ID, replacing old: SecretToken?, in transaction: Transaction, world: World
    ) throws -> StartedCustomerSession {
        let (id, token, now) = (world.id(CustomerSession.self), SecretToken(world: world), world.now)
        try transaction.run("DELETE FROM customer_session WHERE expires_at <= \(now)")
        if let old { try transaction.run("DELETE FROM customer_session WHERE token = \(old.digest)") }
        try transaction.run(
            """
            INSERT INTO customer_session (id, token, customer, created_at, seen_at, idle, expires_at)
            VALUES (\(id), \(token.digest), \(customer), \(now), \(now), \(idle.microseconds), \(now + longest))
            """)
        guard let session = try find(where: "s.id = \(id)", at: now, in: transaction) else { throw CustomerRefusal.unknown }
        return StartedCustomerSession(session: session, token: token)
    }

    static func endAll(of identities: [Customer.ID], except kept: ID? = nil, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM customer_session WHERE customer IN \(list: identities) AND id <> \(kept?.bits ?? 0)")
    }
}
