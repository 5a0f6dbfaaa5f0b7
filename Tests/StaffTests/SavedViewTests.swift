import Essentials
import TestKit
import Testing

@testable import Staff

@Suite("A saved view")
struct SavedViewTests {
    @Test("is a list's filters under a name, and the same name means the newer filters", arguments: TestDatabase.all)
    func saving(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world) = (shop.owner, shop.world)
            func save(_ name: String, _ query: String) async throws -> SavedView {
                try await shop.write { try saveView(name, of: "products", query: query, by: owner, in: $0, world: world) }
            }
            func views() async throws -> [String] {
                try await shop.database.read { try SavedView.of("products", in: $0).map { "\($0.name) \($0.query)" } }
            }
            let drafts = try await save("Drafts", "status=draft")
            _ = try await save(" arabia ", "search=arabia")
            #expect(try await save("drafts", "status=draft&search=a").id == drafts.id)
            #expect(try await views() == ["arabia search=arabia", "drafts status=draft&search=a"])
            try await shop.write { try forgetView(drafts.id, by: owner, in: $0) }
            #expect(try await views() == ["arabia search=arabia"])
            await #expect(throws: StaffRefusal.nameMissing) { _ = try await save(" ", "a=b") }
            await #expect(throws: StaffRefusal.forbidden(.associate)) {
                try await shop.write { try forgetView(drafts.id, by: Actor(.guest), in: $0) }
            }
        }
    }
}
