import Database
import Essentials

/// A line of the audit trail.
public struct AuditLine: Sendable, Equatable {
    /// Its place in the trail; later lines have greater ones.
    public let seq: Int64
    public let at: Instant
    /// `stf_…`, `cus_…`, `guest` or `system:import`
    public let actor: String
    public let channel: UInt128?
    public let verb: String
    /// The text form of an id.
    public let subject: String
    /// JSON: ids, figures, terms
    public let details: String
}

/// Whose deeds, or what was done to what.
public enum AuditFilter: Sendable {
    case everything
    case actor(String)
    case subject(String)
    /// Deeds of any of these, or done to any of these.
    case involving([String])
}

/// Reads the trail, newest first.
/// - Parameters:
///   - verb: only what was done in this way, as `order.cancelled`.
///   - before: the `seq` of the last line of the page before.
/// - Throws: `StaffRefusal.forbidden` for anybody but managers of the whole shop.
public func auditTrail(
    _ filter: AuditFilter = .everything, verb: String? = nil, before: Int64? = nil, limit: Int, by actor: Actor, in reading: some Reading
) throws -> [AuditLine] {
    try actor.require(.manager)
    var matching: SQL =
        switch filter {
        case .everything: ""
        case .actor(let name): "AND actor = \(name)"
        case .subject(let name): "AND subject = \(name)"
        case .involving(let names): "AND (actor IN \(list: names) OR subject IN \(list: names))"
        }
    if let verb { matching += " AND verb = \(verb)" }
    return try reading.rows(
        """
        SELECT seq, at, actor, channel, verb, subject, details FROM audit
        WHERE seq < \(before ?? .max) \(sql: matching) ORDER BY seq DESC LIMIT \(limit)
        """)
}

extension AuditLine: Readable {
    public init(row: inout Row) throws {
        seq = try row.next()
        at = try row.next()
        actor = try row.next()
        channel = try row.next()
        verb = try row.next()
        subject = try row.next()
        details = try row.next()
    }
}
