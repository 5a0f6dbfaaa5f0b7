import Essentials
import Staff
import TestKit
import Testing

struct StaffMemberTests {
    @Test("no two people sign in with one address, however it is written", arguments: TestDatabase.all)
    func unique(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let owner = crew.owner
            let draft = StaffDraft(name: "Other Ada", email: " ADA@example.COM")
            await #expect(throws: StaffRefusal.emailTaken) {
                try await crew.write { try createStaffMember(draft, by: owner, in: $0, world: $1) }
            }
            let outcomes = await concurrently(2) { _ in try await crew.hire("Ben") }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.refusals == [.emailTaken])
        }
    }

    @Test(
        "what cannot be right is refused beside its field",
        arguments: [
            (" ", "a@example.com", "en", "name"), ("Ada", "a@example", "en", "email"), ("Ada", "a b@example.com", "en", "email"),
            ("Ada", "@example.com", "en", "email"), ("Ada", "a@@example.com", "en", "email"), ("Ada", "a@-x.com", "en", "email"),
            ("Ada", "a@example.com", "english please", "language"), ("Ada", "a@example.com", "xx", "language"),
        ])
    func malformed(_ name: String, _ email: String, _ language: String, _ field: String) async throws {
        try await withCrew(on: .sqlite) { crew in
            let (owner, draft) = (crew.owner, StaffDraft(name: name, email: email, language: language))
            let refusal = await #expect(throws: StaffRefusal.self) {
                try await crew.write { try createStaffMember(draft, by: owner, in: $0, world: $1) }
            }
            #expect(refusal?.field == field)
            #expect(refusal?.kind == .invalid)
        }
    }

    @Test("people are listed by name as people sort names, page by page", arguments: TestDatabase.all)
    func pages(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            for name in ["Zoe", "ben", "Émile", "Dora"] {
                let (owner, draft) = (
                    crew.owner, StaffDraft(name: name, email: "x\(name.utf8.count)\(name.folded.filter { $0 != " " })@example.com")
                )
                _ = try await crew.write { try createStaffMember(draft, by: owner, in: $0, world: $1) }
            }
            let first = try await crew.database.read { try StaffMember.page(limit: 3, by: crew.owner, in: $0) }
            let second = try await crew.database.read { try StaffMember.page(after: first.last, limit: 3, by: crew.owner, in: $0) }
            #expect((first + second).map(\.name) == ["Ada", "ben", "Dora", "Émile", "Zoe"])
        }
    }

    @Test("people change their own name; their address is changed by who stands above", arguments: TestDatabase.all)
    func profile(on engine: TestDatabase) async throws {
        try await withCrew(on: engine) { crew in
            let cleo = try await crew.hire("Cleo", [Grant(role: .associate, location: Crew.harbour)])
            let (own, owner) = (try await crew.actor(cleo), crew.owner)
            let renamed = try await crew.write {
                try changeStaffProfile(cleo.id, name: "Cleopatra", email: cleo.email, language: "de", by: own, in: $0, world: $1)
            }
            #expect(renamed.name == "Cleopatra" && renamed.language == "de")
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await crew.write {
                    try changeStaffProfile(cleo.id, name: "Cleo", email: "c@example.com", language: "de", by: own, in: $0, world: $1)
                }
            }
            await #expect(throws: StaffRefusal.emailTaken) {
                try await crew.write {
                    try changeStaffProfile(cleo.id, name: "Cleo", email: "ada@example.com", language: "de", by: owner, in: $0, world: $1)
                }
            }
        }
    }

    @Test("somebody who does not exist is refused")
    func unknown() async throws {
        try await withCrew(on: .sqlite) { crew in
            let (owner, ghost) = (crew.owner, crew.world.id(StaffMember.self))
            await #expect(throws: StaffRefusal.unknownMember) {
                try await crew.write { try archiveStaffMember(ghost, by: owner, in: $0, world: $1) }
            }
            await #expect(throws: StaffRefusal.unknownMember) {
                try await crew.write { try grantRole(.associate, to: ghost, at: nil, by: owner, in: $0, world: $1) }
            }
        }
    }
}
