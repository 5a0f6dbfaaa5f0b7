import Catalog
import Database
import Essentials
import Foundation
import Ledger
import Orders
import SQLiteDatabase
import Secrets
import Staff
import TestKit
import Testing

@testable import seam

@Suite("Starting the demo shop again")
struct DemoResetTests {
    private static let hasher = PasswordHasher(cost: .worthless)

    @Test("opens it anew in the same file, without what was done in it since")
    func again() async throws {
        try await withFile { path in
            let world = World.held(by: TestClock())
            try await onDatabase(at: path) { database in
                try await database.write { _ = try $0.migrate(ShopSchema.migrations) }
                _ = try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world)
                try await database.write {
                    _ = try createProduct(ProductDraft(title: "A lamp of my own"), by: .system("test"), in: $0, world: world)
                }
            }
            let before = try await DemoTraces.find(at: ShopAddress(text: path))
            #expect(try await resetDemoShop(at: ShopAddress(text: path), with: .ours(), hasher: Self.hasher, world: world) != nil)
            let after = try await DemoTraces.find(at: ShopAddress(text: path))
            #expect(after.products == before.products - 1)
            #expect(after.orders > 300)
            let findings = try await onDatabase(at: path) { database in
                try await database.read { try (Ledger.check(in: $0).count, checkOrders(in: $0).count) }
            }
            #expect(findings == (0, 0))
            let left = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
            #expect(left.allSatisfy { !$0.contains(".new") && !$0.contains(".before") }, "\(left)")
        }
    }

    @Test("never touches a shop that is not the demo's")
    func refused() async throws {
        try await withFile { path in
            let world = World.held(by: TestClock())
            try await onDatabase(at: path) { database in
                try await database.write { transaction in
                    _ = try transaction.migrate(ShopSchema.migrations)
                    _ = try createProduct(ProductDraft(title: "Lamp"), by: .system("test"), in: transaction, world: world)
                }
            }
            await #expect(throws: DemoRefusal.notTheDemo(path)) {
                try await resetDemoShop(at: ShopAddress(text: path), with: .ours(), hasher: Self.hasher, world: world)
            }
            let counts = try await onDatabase(at: path) { database in
                try await database.read { try ProductSummary.counts(in: $0) }
            }
            #expect(counts == [.active: 1])
        }
    }

    @Test("makes no shop where there is none")
    func nothing() async throws {
        try await withFile { path in
            await #expect(throws: DemoRefusal.notTheDemo(path)) {
                try await resetDemoShop(at: ShopAddress(text: path), with: .ours(), hasher: Self.hasher, world: .live)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("waits until nobody has it open, and leaves it as it was")
    func open() async throws {
        try await withFile { path in
            let world = World.held(by: TestClock())
            try await onDatabase(at: path) { database in
                try await database.write { _ = try $0.migrate(ShopSchema.migrations) }
                _ = try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world)
                await #expect(throws: DatabaseFault.locked(path)) {
                    try await resetDemoShop(at: ShopAddress(text: path), with: .ours(), hasher: Self.hasher, world: world)
                }
                #expect(try await database.read { try DemoMark.find(in: $0) } == DemoMark(filledAt: world.now))
            }
        }
    }

    @Test("opens it anew on a server, too, and touches nothing there that is not the demo's")
    func onServer() async throws {
        try await withFolder { folder in
            let address = ShopAddress(text: try await PostgresFolder.shared.database(for: folder))
            let world = World.held(by: TestClock())
            await #expect(throws: DemoRefusal.notTheDemo(address.description)) {
                try await resetDemoShop(at: address, with: .ours(), hasher: Self.hasher, world: world)
            }
            try await withShop(at: address) { database in
                _ = try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world)
                try await database.write { transaction in
                    _ = try createProduct(ProductDraft(title: "A lamp of my own"), by: .system("test"), in: transaction, world: world)
                    try transaction.connection.define("CREATE TABLE somebody_elses (id BIGINT); INSERT INTO somebody_elses VALUES (7)")
                }
                // A shop that somebody serves is left as it is.
                await #expect {
                    try await resetDemoShop(at: address, with: .ours(), hasher: Self.hasher, world: world)
                } throws: { ($0 as? MoveRefusal)?.code == "move.in_use" }
            }
            let before = try await DemoTraces.find(at: address)
            #expect(try await resetDemoShop(at: address, with: .ours(), hasher: Self.hasher, world: world) != nil)
            let after = try await DemoTraces.find(at: address)
            #expect(after.products == before.products - 1)
            #expect(after.orders > 300)
            let findings = try await withShop(at: address) { database in
                let kept = try await database.read { try $0.value("SELECT id FROM somebody_elses", as: Int64.self) }
                #expect(kept == 7)
                return try await Examination.make(of: database, telling: 10).told
            }
            #expect(findings.isEmpty, "\(findings)")
            try await PostgresFolder.shared.remove(for: folder)
        }
    }

    private func withFile(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "seam-reset-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.appending(path: "shop.db").path)
    }

    @discardableResult
    private func onDatabase<T>(at path: String, _ body: (SQLiteDatabase) async throws -> T) async throws -> T {
        let database = try SQLiteDatabase(path: path)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
