import Essentials
import Staff
import Tables
import TestKit
import Testing

@testable import Imports

@Suite("An import")
struct ImportRunTests {
    @Test("says how far it is, what it refused, and is put aside when somebody has seen it", arguments: TestDatabase.all)
    func running(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world) = (shop.owner, shop.world)
            func find(_ id: ImportRun.ID) async throws -> ImportRun { try await shop.database.read { try ImportRun.find(id, in: $0) } }
            func toSee() async throws -> [ImportRun.ID] {
                try await shop.database.read { try ImportRun.toSee(limit: 9, in: $0).map(\.id) }
            }
            let id = try await shop.write {
                try beginImport(.stock, file: "stock.csv", size: 1_000, by: owner, in: $0, world: world)
            }
            #expect(try await find(id).endedAt == nil)
            #expect(try await find(id).isBrokenOff(at: world.now) == false)
            #expect(try await find(id).isBrokenOff(at: world.now + .minutes(2)))

            var report = ImportReport()
            report.rowsRead = 7
            report.created = 4
            report.refuse(line: 3, column: "SKU", reason: "No variant has it.", fallen: 2)
            let soFar = report
            try await shop.write { try noteProgress(of: id, soFar, done: 400, in: $0, world: world) }
            #expect(try await find(id).done == 400)
            #expect(try await find(id).rowsRead == 7)
            #expect(try await find(id).fallen == 2)

            try await shop.write { try endImport(id, soFar, in: $0, world: world) }
            let run = try await find(id)
            #expect(run.endedAt != nil)
            #expect(run.fallen == 2)
            #expect(run.refusals == [ImportRun.Refused(line: 3, column: "SKU", reason: "No variant has it.")])
            #expect(try await toSee() == [id])
            // What comes late changes nothing any more.
            try await shop.write { try noteProgress(of: id, ImportReport(), done: 1, in: $0, world: world) }
            #expect(try await find(id).rowsRead == 7)

            try await shop.write { try dismissImport(id, by: owner, in: $0, world: world) }
            #expect(try await toSee() == [])
            #expect(try await shop.database.read { try ImportRun.page(limit: 5, in: $0).map(\.id) } == [id])
        }
    }

    @Test("keeps why it refused a row so that anybody can read it in their language", arguments: TestDatabase.all)
    func sentences(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world) = (shop.owner, shop.world)
            let price = Money(minorUnits: 1_250, currency: .euro)
            let counted = Sentence(count: 2, one: "One is missing.", other: "\(2) are missing of “\("A")”, \(price).")
            var report = ImportReport()
            report.refuse(line: 3, reason: counted)
            let done = report
            let id = try await shop.write { transaction in
                let id = try beginImport(.stock, file: "stock.csv", size: 1, by: owner, in: transaction, world: world)
                try endImport(id, done, fault: "The file is no table: “\("x")”.", in: transaction, world: world)
                return id
            }
            let run = try await shop.database.read { try ImportRun.find(id, in: $0) }
            let reason = try #require(run.refusals.first?.reason)
            #expect(reason == counted && reason.pattern == "{1} are missing of “{2}”, {3}." && reason.count == 2)
            #expect(reason.singular == "One is missing.")
            #expect(run.fault?.pattern == "The file is no table: “{1}”.")
            // What an earlier version kept was English, and stays that.
            #expect(Sentence(kept: "It broke off.").description == "It broke off.")
        }
    }

    @Test("is for managers", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (world, associate) = (shop.world, Actor(.guest, grants: [Grant(role: .associate, location: nil)]))
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                _ = try await shop.write { try beginImport(.stock, file: "a", size: 0, by: associate, in: $0, world: world) }
            }
        }
    }
}
