import Essentials

/// Who does something, through which channel, and because of what: every fact and every ledger entry names it.
/// It holds identifiers only, so that erasing a person breaks nothing.
public struct Origin: Sendable, Equatable {
    /// `stf_…`, `cus_…`, `guest`, or `system:import`.
    public let actor: String
    /// The channel through which it was done; `nil` for the back office and for programs.
    public let channel: UInt128?
    /// The fact that this follows from, when a follower does it.
    public let cause: Int64?

    public init(actor: String, channel: UInt128? = nil, cause: Int64? = nil) {
        self.actor = actor
        self.channel = channel
        self.cause = cause
    }

    public static func system(_ name: String) -> Origin { Origin(actor: "system:" + name) }
}
