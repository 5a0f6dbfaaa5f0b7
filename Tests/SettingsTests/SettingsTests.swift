import Essentials
import Places
import Staff
import TestKit
import Testing

@testable import Settings

@Suite("What holds for the whole shop")
struct SettingsTests {
    private func change(_ shop: Shop, by actor: Actor? = nil, _ settings: ShopSettings) async throws {
        let (actor, world) = (actor ?? shop.owner, shop.world)
        try await shop.write { try changeSettings(settings, by: actor, in: $0, world: world) }
    }

    @Test("has its standards until the owner decides otherwise", arguments: TestDatabase.all)
    func deciding(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            func settings() async throws -> ShopSettings { try await shop.database.read { try ShopSettings.find(in: $0) } }
            #expect(try await settings() == ShopSettings())
            var other = ShopSettings()
            other.reductionPercent = 25
            other.lowStock = 0
            other.idleMinutes = 0
            other.timeZone = IANATimeZone("Asia/Tokyo")
            try await change(shop, other)
            try await change(shop, other)
            #expect(try await settings() == other)
            #expect(try await shop.topics().count { $0 == SettingsChanged.topic } == 1)
        }
    }

    @Test("is for the owner to decide, within bounds", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let manager = Actor(.system("somebody"), grants: [Grant(role: .manager, location: nil)])
            await #expect(throws: StaffRefusal.forbidden(.owner)) { try await change(shop, by: manager, ShopSettings()) }
            var wild = ShopSettings()
            wild.reductionPercent = 101
            let tooMuch = wild
            await #expect(throws: SettingsRefusal.reductionPercent) { try await change(shop, tooMuch) }
            wild.reductionPercent = 0
            wild.lowStock = -1
            let below = wild
            await #expect(throws: SettingsRefusal.lowStock) { try await change(shop, below) }
            wild.lowStock = 0
            wild.idleMinutes = 241
            let late = wild
            await #expect(throws: SettingsRefusal.idleMinutes) { try await change(shop, late) }
        }
    }
}
