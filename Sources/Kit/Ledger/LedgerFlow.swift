import Database
import Essentials

/// What has come into an account and gone out of it since a moment, and what is in it now.
public struct LedgerFlow: Sendable, Equatable {
    public var arrived: Int64 = 0
    /// How many entries brought something.
    public var arrivals: Int64 = 0
    public var left: Int64 = 0
    public var balance: Int64 = 0
}

extension Ledger {
    /// Reads the account's newest entries until one is older; an account that was never used has had none.
    public static func flow(of key: AccountKey, since moment: Instant, in snapshot: some Reading) throws -> LedgerFlow {
        var flow = LedgerFlow()
        guard let account = try account(key, in: snapshot) else { return flow }
        flow.balance = account.balance
        var before: Int64?
        repeat {
            let entries = try entries(of: account, before: before, limit: flowPage, in: snapshot)
            for entry in entries where entry.at >= moment {
                if entry.target.id == account.id {
                    flow.arrived += entry.quantity
                    flow.arrivals += 1
                } else {
                    flow.left += entry.quantity
                }
            }
            guard let oldest = entries.last, entries.count == flowPage, oldest.at >= moment else { return flow }
            before = oldest.id
        } while true
    }

    private static let flowPage = 1_000
}
