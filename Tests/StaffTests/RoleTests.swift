import Essentials
import Staff
import TestKit
import Testing

struct RoleTests {
    @Test("a role holds at its location and not at another", arguments: TestDatabase.all)
    func perLocation(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.hire(
                "Ben", [Grant(role: .manager, location: Crew.harbour), Grant(role: .associate, location: Crew.market)])
            let session = try await crew.signsIn("Ben").session
            #expect(session.staff == ben.id)
            #expect(session.actor.may(.manager, at: Crew.harbour))
            #expect(session.actor.may(.associate, at: Crew.market))
            #expect(!session.actor.may(.manager, at: Crew.market))
            #expect(!session.actor.may(.associate))
            #expect(session.actor.maySomewhere(.manager))
            #expect(throws: StaffRefusal.forbidden(.owner)) { try session.actor.require(.owner, at: Crew.harbour) }
        }
    }

    @Test("managers take on associates of their own location, and nobody above", arguments: TestDatabase.all)
    func managers(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let manager = try await crew.actor(crew.hire("Ben", [Grant(role: .manager, location: Crew.harbour)]))
            _ = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)], by: manager)
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await crew.hire("Dan", [Grant(role: .associate, location: Crew.market)], by: manager)
            }
            await #expect(throws: StaffRefusal.forbidden(.owner)) {
                try await crew.hire("Dan", [Grant(role: .manager, location: Crew.harbour)], by: manager)
            }
            let associate = try await crew.actor(crew.hire("Eli", [Grant(role: .associate, location: Crew.harbour)]))
            await #expect(throws: StaffRefusal.forbidden(.manager)) { try await crew.hire("Dan", by: associate) }
            await #expect(throws: StaffRefusal.forbidden(.manager)) { try await crew.hire("Dan", by: .guest(channel: nil)) }
        }
    }

    @Test("a manager does not reach an owner's password, PIN or roles", arguments: TestDatabase.all)
    func above(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let manager = try await crew.actor(crew.hire("Ben", [Grant(role: .manager, location: nil)]))
            let (owner, hash) = (crew.founder.id, try await crew.hasher.hash(password: "another horse", world: crew.world))
            let refused = StaffRefusal.forbidden(.owner)
            await #expect(throws: refused) { try await crew.write { try setPassword(of: owner, to: hash, by: manager, in: $0, world: $1) } }
            await #expect(throws: refused) { try await crew.write { try setPIN(of: owner, to: hash, by: manager, in: $0, world: $1) } }
            await #expect(throws: refused) { try await crew.write { try revokeRole(of: owner, at: nil, by: manager, in: $0, world: $1) } }
            await #expect(throws: refused) {
                try await crew.write { try grantRole(.associate, to: owner, at: nil, by: manager, in: $0, world: $1) }
            }
            await #expect(throws: refused) { try await crew.write { try archiveStaffMember(owner, by: manager, in: $0, world: $1) } }
            await #expect(throws: refused) { try await crew.write { try signOutEverywhere(owner, by: manager, in: $0, world: $1) } }
            await #expect(throws: refused) {
                try await crew.write {
                    try changeStaffProfile(owner, name: "Ada", email: "ben2@example.com", language: "en", by: manager, in: $0, world: $1)
                }
            }
        }
    }

    @Test("the last owner stays one", arguments: TestDatabase.all)
    func lastOwner(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (owner, ada) = (crew.owner, crew.founder.id)
            _ = try await crew.hire("Ben", [Grant(role: .owner, location: Crew.harbour), Grant(role: .manager, location: nil)])
            await #expect(throws: StaffRefusal.lastOwner) {
                try await crew.write { try revokeRole(of: ada, at: nil, by: owner, in: $0, world: $1) }
            }
            await #expect(throws: StaffRefusal.lastOwner) {
                try await crew.write { try grantRole(.manager, to: ada, at: nil, by: owner, in: $0, world: $1) }
            }
            await #expect(throws: StaffRefusal.lastOwner) {
                try await crew.write { try archiveStaffMember(ada, by: owner, in: $0, world: $1) }
            }
        }
    }

    @Test("of two owners who step down at once, one stays", arguments: TestDatabase.all)
    func bothStepDown(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.hire("Ben", [Grant(role: .owner, location: nil)])
            let (owner, both) = (crew.owner, [ben.id, crew.founder.id])
            let outcomes = await concurrently(2) { index in
                try await crew.write { try revokeRole(of: both[index], at: nil, by: owner, in: $0, world: $1) }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.refusals == [.lastOwner])
        }
    }

    @Test("a role that is given or taken binds an open session at once", arguments: TestDatabase.all)
    func atOnce(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.hire("Ben")
            let (owner, token) = (crew.owner, try await crew.signsIn("Ben").token)
            for _ in 1...2 {
                try await crew.write { try grantRole(.manager, to: ben.id, at: Crew.market, by: owner, in: $0, world: $1) }
            }
            #expect(try await crew.session(token)?.actor.grants == [Grant(role: .manager, location: Crew.market)])
            for _ in 1...2 { try await crew.write { try revokeRole(of: ben.id, at: Crew.market, by: owner, in: $0, world: $1) } }
            #expect(try await crew.session(token)?.actor.grants == [])
        }
    }

    @Test("the same role granted twice at once is one role", arguments: TestDatabase.all)
    func twice(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (ben, owner) = (try await crew.hire("Ben"), crew.owner)
            let outcomes = await concurrently(2) { _ in
                try await crew.write { try grantRole(.associate, to: ben.id, at: Crew.market, by: owner, in: $0, world: $1) }
            }
            #expect(outcomes.failures.isEmpty)
            #expect(try await crew.actor(ben).grants == [Grant(role: .associate, location: Crew.market)])
        }
    }
}
