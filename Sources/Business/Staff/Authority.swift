import Database
import Essentials

extension Actor {
    /// Managers give and take what associates do at their locations; owners everything.
    /// - Throws: `StaffRefusal.forbidden`
    func requireGranting(_ grant: Grant) throws {
        try require(grant.role == .associate ? .manager : .owner, at: grant.location)
    }

    /// Whoever could have given somebody each of their grants stands above them.
    /// - Throws: `StaffRefusal.forbidden`
    func requireAuthority(over grants: [Grant]) throws {
        try requireSomewhere(.manager)
        for grant in grants { try requireGranting(grant) }
    }
}

extension StaffMember {
    /// Locks every grant of the whole shop, so that of two owners who step down at once the second sees the first gone.
    /// - Throws: `StaffRefusal.lastOwner` when nobody but `self` owns everything.
    func requireAnotherOwner(in transaction: Transaction) throws {
        let owners = try transaction.values(
            "SELECT staff FROM staff_grant WHERE location = \(UInt128(0)) AND role = \(Role.owner) ORDER BY staff FOR UPDATE",
            as: StaffMember.ID.self)
        guard owners.contains(where: { $0 != id }) else { throw StaffRefusal.lastOwner }
    }
}
