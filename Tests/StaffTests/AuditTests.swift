import Essentials
import Staff
import TestKit
import Testing

struct AuditTests {
    @Test("the trail says who did what to whom, newest first, page by page", arguments: TestDatabase.all)
    func trail(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let (owner, ben) = (crew.owner, try await crew.hire("Ben"))
            try await crew.write { try grantRole(.manager, to: ben.id, at: Crew.harbour, by: owner, in: $0, world: $1) }
            try await crew.write { try revokeRole(of: ben.id, at: Crew.harbour, by: owner, in: $0, world: $1) }

            let newest = try await crew.database.read { try auditTrail(limit: 2, by: owner, in: $0) }
            #expect(newest.map(\.verb) == ["staff.role_revoked", "staff.role_granted"])
            let older = try await crew.database.read { try auditTrail(before: newest.last?.seq, limit: 10, by: owner, in: $0) }
            #expect(older.map(\.verb) == ["staff.created", "shop.founded"])
            #expect(newest.allSatisfy { $0.actor == crew.founder.id.description && $0.subject == ben.id.description })
            #expect(newest.last?.details.contains(#""role":"manager""#) == true)

            let ofBen = try await crew.database.read { try auditTrail(.subject(ben.id.description), limit: 10, by: owner, in: $0) }
            #expect(ofBen.count == 3)
            let byAda = try await crew.database.read { try auditTrail(.actor(owner.origin.actor), limit: 10, by: owner, in: $0) }
            #expect(byAda.count == 4)
        }
    }

    @Test("the trail is for managers of the whole shop", arguments: TestDatabase.all)
    func readers(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let ben = try await crew.actor(crew.hire("Ben", [Grant(role: .manager, location: Crew.harbour)]))
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await crew.database.read { try auditTrail(limit: 10, by: ben, in: $0) }
            }
        }
    }

    @Test("neither the trail nor the feed holds a name", arguments: TestDatabase.all)
    func noNames(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let quentin = try await crew.hire("Quentin", [Grant(role: .associate, location: Crew.harbour)])
            let (session, owner) = (try await crew.signsIn("Quentin"), crew.owner)
            try await crew.write { try signOut(session.token, in: $0, world: $1) }
            try await crew.write { try archiveStaffMember(quentin.id, by: owner, in: $0, world: $1) }
            let texts = try await crew.database.read { try $0.texts(in: "audit") + $0.texts(in: "fact") }
            #expect(texts.count > 10)
            #expect(!texts.contains { $0.lowercased().contains("quentin") || $0.contains("@") })
        }
    }
}
