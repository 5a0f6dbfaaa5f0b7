import Essentials

/// Somebody who works here.
public struct StaffMember: Identified, Sendable {
    public static let prefix = "stf"
    public let id: ID
}
