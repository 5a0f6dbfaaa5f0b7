import Database
import Essentials
import Secrets
import Staff
import TestKit
import Testing

/// The verbs whose second call at the same moment no other suite tries.
struct TwiceAtOnceTests {
    /// Each named by the line that it leaves in the trail.
    enum Verb: String, CaseIterable, Sendable {
        case profile = "staff.changed"
        case revocation = "staff.role_revoked"
        case archiving = "staff.archived"
        case password = "staff.password_changed"
        case pin = "staff.pin_changed"
        case signingOut = "staff.signed_out_everywhere"
        case token = "device.token_renewed"
        case retiring = "device.retired"

        /// What the second of two calls has nothing left to do for leaves one line.
        var lines: Int { [.revocation, .archiving, .retiring].contains(self) ? 1 : 2 }
    }

    private struct Scene: Sendable {
        let ben: StaffMember.ID
        let device: Device.ID
        let hash: PasswordHash
        let owner: Actor

        func call(_ verb: Verb, _ transaction: Transaction, _ world: World) throws {
            switch verb {
            case .profile:
                _ = try changeStaffProfile(
                    ben, name: "Benjamin", email: "benjamin@example.com", language: "fr", by: owner, in: transaction, world: world)
            case .revocation: try revokeRole(of: ben, at: Crew.harbour, by: owner, in: transaction, world: world)
            case .archiving: try archiveStaffMember(ben, by: owner, in: transaction, world: world)
            case .password: try setPassword(of: ben, to: hash, by: owner, in: transaction, world: world)
            case .pin: try setPIN(of: ben, to: hash, by: owner, in: transaction, world: world)
            case .signingOut: try signOutEverywhere(ben, by: owner, in: transaction, world: world)
            case .token: _ = try renewDeviceToken(device, by: owner, in: transaction, world: world)
            case .retiring: try retireDevice(device, by: owner, in: transaction, world: world)
            }
        }
    }

    @Test("a verb that is called twice at once succeeds twice", arguments: TestDatabase.all, Verb.allCases)
    func both(on engine: TestDatabase, _ verb: Verb) async throws {
        try await withCrew(on: engine) { crew in
            let scene = Scene(
                ben: try await crew.hire("Ben", [Grant(role: .associate, location: Crew.harbour)]).id,
                device: try await crew.till().device.id,
                hash: try await crew.hasher.hash(password: "another horse", world: crew.world), owner: crew.owner)
            let outcomes = await concurrently(2) { _ in try await crew.write { try scene.call(verb, $0, $1) } }
            #expect(outcomes.failures.isEmpty)
            let trail = try await crew.database.read { try auditTrail(limit: 100, by: scene.owner, in: $0) }
            #expect(trail.filter { $0.verb == verb.rawValue }.count == verb.lines)
        }
    }

    @Test("of two new passwords chosen at once, one is kept", arguments: TestDatabase.all)
    func passwords(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let session = try await crew.signsIn("Ada").session
            let outcomes = await concurrently(2) { number in
                try await changePassword(
                    from: Crew.password, to: "horse number \(number)", in: session, on: crew.database, hasher: crew.hasher,
                    world: crew.world)
            }
            #expect(outcomes.successes.count + outcomes.refusals.filter { $0 == .wrongPassword }.count == 2)
            let kept = await concurrently(2) { try await crew.signsIn("Ada", "horse number \($0)") }
            #expect(kept.successes.count == 1)
        }
    }

    @Test("somebody who types their PIN twice at once is in", arguments: TestDatabase.all)
    func pins(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (till, ben) = (try await crew.till(), try await crew.hire("Ben", [Grant(role: .associate, location: Crew.harbour)]))
            let outcomes = await concurrently(2) { _ in
                try await signInByPIN(ben.id, pin: Crew.pin, till: till.token, on: crew.database, hasher: crew.hasher, world: crew.world)
            }
            #expect(outcomes.successes.count == 2)
        }
    }
}
