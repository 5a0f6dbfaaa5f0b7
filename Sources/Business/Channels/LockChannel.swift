import Database
import Essentials
import Feed
import Staff

extension Channel {
    /// The channel as a verb decides on it: nobody else changes it until the transaction ends.
    /// - Throws: `ChannelsRefusal.unknownChannel`; `.changedMeanwhile` when `version` is another one.
    static func lock(_ id: ID, version: Int? = nil, in transaction: Transaction) throws -> Channel {
        let row = try transaction.row(
            "SELECT \(sql: ChannelRow.columns) FROM channel WHERE id = \(id) FOR UPDATE", as: ChannelRow.self)
        guard let row else { throw ChannelsRefusal.unknownChannel }
        guard version == nil || version == row.version else { throw ChannelsRefusal.changedMeanwhile }
        return try with([row], in: transaction)[0]
    }

    /// Changes columns of a locked channel and counts the change.
    func put(_ assignments: SQL, at now: Instant, in transaction: Transaction) throws -> Channel {
        let row = try transaction.row(
            """
            UPDATE channel SET \(sql: assignments), version = version + 1, updated_at = \(now) WHERE id = \(id)
            RETURNING \(sql: ChannelRow.columns)
            """, as: ChannelRow.self)
        guard let row else { throw ChannelsRefusal.unknownChannel }
        return try Channel.with([row], in: transaction)[0]
    }

    func recordUpdate(_ changed: [String], by origin: Origin, in transaction: Transaction, world: World) throws {
        try ChannelUpdated(channel: id, version: version, changed: changed).record(by: origin, in: transaction, world: world)
    }
}
