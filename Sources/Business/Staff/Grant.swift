import Database
import Essentials

/// A role, everywhere or at one location (its id's bits: locations are known to a slice above).
public struct Grant: Sendable, Equatable {
    public let role: Role
    public let location: UInt128?

    public init(role: Role, location: UInt128?) {
        self.role = role
        self.location = location
    }

    /// The role that runs the whole shop.
    static let ownsEverything = Grant(role: .owner, location: nil)
}

extension Grant {
    /// The grants of each of these people; who has none is missing.
    public static func of(_ staff: [StaffMember.ID], in reading: some Reading) throws -> [StaffMember.ID: [Grant]] {
        var grants: [StaffMember.ID: [Grant]] = [:]
        try reading.each("SELECT staff, role, location FROM staff_grant WHERE staff IN \(list: staff) ORDER BY staff, location") { row in
            let member: StaffMember.ID = try row.next()
            grants[member, default: []].append(try Grant(role: row.next(), storedLocation: row.next()))
        }
        return grants
    }

    static func of(_ staff: StaffMember.ID, in reading: some Reading) throws -> [Grant] {
        try of([staff], in: reading)[staff] ?? []
    }

    /// The table says zero for everywhere, since a unique key does not see two NULLs as the same.
    init(role: Role, storedLocation: UInt128) {
        self.init(role: role, location: storedLocation == 0 ? nil : storedLocation)
    }

    var storedLocation: UInt128 { location ?? 0 }

    func insert(for staff: StaffMember.ID, at now: Instant, in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO staff_grant (staff, location, role, granted_at) VALUES (\(staff), \(storedLocation), \(role), \(now))
            ON CONFLICT (staff, location) DO UPDATE SET role = excluded.role, granted_at = excluded.granted_at
            """)
    }
}
