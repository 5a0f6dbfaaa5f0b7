import Essentials
import Feed

/// Somebody began to work here.
public struct StaffCreated: Fact {
    public static let topic = "staff.created"
    public let staff: StaffMember.ID
    public var subject: UInt128 { staff.bits }
}

/// Somebody's roles are others now: what they see must be looked at again.
public struct StaffRolesChanged: Fact {
    public static let topic = "staff.roles_changed"
    public let staff: StaffMember.ID
    public var subject: UInt128 { staff.bits }
}

/// Somebody works here no more; their sessions have ended.
public struct StaffArchived: Fact {
    public static let topic = "staff.archived"
    public let staff: StaffMember.ID
    public var subject: UInt128 { staff.bits }
}

/// Somebody signed in, at a device or in a browser.
public struct StaffSignedIn: Fact {
    public static let topic = "staff.signed_in"
    public let staff: StaffMember.ID
    public let device: Device.ID?
    public var subject: UInt128 { staff.bits }
}
