import Database
import Essentials

extension Actor {
    /// Whether they may give somebody this role there, and take it away.
    public func mayGive(_ grant: Grant) -> Bool {
        may(grant.role == .associate ? .manager : .owner, at: grant.location)
    }

    /// Whether they stand above somebody with these roles: may correct who they are, and end their work.
    public func standsAbove(_ grants: [Grant]) -> Bool {
        maySomewhere(.manager) && grants.allSatisfy(mayGive)
    }

    /// Managers give and take what associates do at their locations; owners everything.
    /// - Throws: `StaffRefusal.forbidden`
    func requireGranting(_ grant: Grant) throws {
        guard mayGive(grant) else { throw StaffRefusal.forbidden(grant.role == .associate ? .manager : .owner) }
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
