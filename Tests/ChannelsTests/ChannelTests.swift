import Catalog
import Channels
import Database
import Essentials
import Feed
import Places
import Staff
import TestKit
import Testing

@Suite("Channels")
struct ChannelTests {
    @Test("a channel is found as it was opened, by id and by handle", arguments: TestDatabase.all)
    func create(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(3)
            var settings = shop.settings(" Web-Shop ")
            settings.purpose = "Everything, for everybody."
            settings.language = "de_at"
            let rule = StockRule(sharePercent: 80, buffer: 1, cap: 50, stopAt: 2)
            let created = try await shop.create(.web, settings, from: [stores[2], stores[0], stores[2]], rule: rule)
            #expect(created.handle == "web-shop")
            #expect(created.language == "de-AT")
            #expect(created.locations == [stores[2], stores[0]])
            #expect(created.sells(from: stores[0]) && !created.sells(from: stores[1]))
            #expect(created.rule == rule)
            #expect(created.version == 1)
            #expect(created.pool == 0)
            #expect(try await shop.database.read { try Channel.find(created.id, in: $0) } == created)
            #expect(try await shop.database.read { try Channel.find(handle: "web-shop", in: $0) } == created)
            #expect(try await shop.database.read { try Channel.find([created.id], in: $0) } == [created.id: created])
            #expect(try await shop.database.read { try Channel.find(handle: "other", in: $0) } == nil)
            #expect(try await shop.topics(of: created) == ["channel.created"])
        }
    }

    @Test("of many who open a channel with one handle at once, one does", arguments: TestDatabase.all)
    func handleTaken(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let outcomes = await concurrently(8) { _ in try await shop.create() }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.compactMap { $0 as? ChannelsRefusal } == Array(repeating: .handleTaken("web"), count: 7))
            let other = try await shop.create(.till, shop.settings("till"))
            await #expect(throws: ChannelsRefusal.handleTaken("web")) {
                try await shop.write { try updateChannel(other.id, to: shop.settings("web"), version: 1, by: $1, in: $0, world: $2) }
            }
        }
    }

    @Test("a change is told with what changed; a change of nothing is none; an old version is refused", arguments: TestDatabase.all)
    func update(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let created = try await shop.create()
            var settings = created.settings
            settings.name = "Online"
            settings.purpose = "For everybody"
            let changed = settings
            let updated = try await shop.write { try updateChannel(created.id, to: changed, version: 1, by: $1, in: $0, world: $2) }
            #expect(updated.name == "Online")
            #expect(updated.version == 2)
            let same = try await shop.write { try updateChannel(created.id, to: changed, version: 2, by: $1, in: $0, world: $2) }
            #expect(same == updated)
            await #expect(throws: ChannelsRefusal.changedMeanwhile) {
                try await shop.write { try setStockRule(of: created.id, to: StockRule(buffer: 1), version: 1, by: $1, in: $0, world: $2) }
            }
            #expect(try await shop.topics(of: created) == ["channel.created", "channel.updated"])
            let body = try await shop.database.read {
                try $0.value("SELECT body FROM fact WHERE topic = 'channel.updated'", as: String.self)
            }
            #expect(body?.contains(#""changed":["name","purpose"]"#) == true)
        }
    }

    @Test("of two who change one version at once, one is refused", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let created = try await shop.create()
            let outcomes = await concurrently(2) { number in
                try await shop.write {
                    try setStockRule(of: created.id, to: StockRule(buffer: Int64(number) + 1), version: 1, by: $1, in: $0, world: $2)
                }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.compactMap { $0 as? ChannelsRefusal } == [.changedMeanwhile])
        }
    }

    @Test("a channel sells in the currency of its price list", arguments: TestDatabase.all)
    func currency(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            var settings = shop.settings()
            settings.currency = .euro
            let inEuro = settings
            await #expect(throws: ChannelsRefusal.currency(.euro, ofPriceList: .dollar)) { try await shop.create(.web, inEuro) }
            settings.currency = .dollar
            settings.priceList = PriceList.ID(bits: 5)
            let unknown = settings
            await #expect(throws: CatalogRefusal.unknownPriceList) { try await shop.create(.web, unknown) }
        }
    }

    @Test("what cannot be is refused beside its field", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let wrong: [(String, @Sendable (inout ChannelSettings) -> Void)] = [
                ("handle", { $0.handle = "web shop" }), ("handle", { $0.handle = "" }), ("handle", { $0.handle = "web--shop" }),
                ("handle", { $0.handle = String(repeating: "x", count: 61) }), ("name", { $0.name = " " }), ("name", { $0.name = "a\nb" }),
                ("name", { $0.name = String(repeating: "x", count: 121) }), ("language", { $0.language = "klingon!" }),
                ("language", { $0.language = "" }), ("purpose", { $0.purpose = String(repeating: "x", count: 1_001) }),
            ]
            for (field, change) in wrong {
                var settings = shop.settings()
                change(&settings)
                let changed = settings
                do {
                    _ = try await shop.create(.web, changed)
                    Issue.record("\(changed) was taken")
                } catch let refusal as ChannelsRefusal {
                    #expect(refusal.field == field)
                }
            }
            for rule in [
                StockRule(sharePercent: 101), StockRule(sharePercent: -1), StockRule(buffer: -1), StockRule(cap: -1), StockRule(stopAt: -1),
            ] {
                await #expect(throws: ChannelsRefusal.self) { try await shop.create(rule: rule) }
            }
            #expect(try await shop.database.read { try Channel.all(in: $0) }.isEmpty)
        }
    }

    @Test("a channel that stands apart sells from a pool of its own", arguments: TestDatabase.all)
    func linking(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let created = try await shop.create()
            for _ in 0..<2 {
                let apart = try await shop.write { try unlinkChannel(created.id, by: $1, in: $0, world: $2) }
                #expect(apart.pool == created.id.bits)
            }
            for _ in 0..<2 {
                let linked = try await shop.write { try linkChannel(created.id, by: $1, in: $0, world: $2) }
                #expect(linked.pool == 0)
                #expect(linked.version == 3)
            }
            #expect(try await shop.topics(of: created) == ["channel.created", "channel.unlinked", "channel.linked"])
            let apart = try await shop.create(.marketplace, shop.settings("market"), stock: .apart)
            #expect(apart.pool == apart.id.bits)
        }
    }

    @Test("an archived channel sells no more, keeps its handle, and can be opened again", arguments: TestDatabase.all)
    func archive(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let created = try await shop.create()
            for _ in 0..<2 { _ = try await shop.write { try archiveChannel(created.id, by: $1, in: $0, world: $2) } }
            #expect(try await shop.database.read { try Channel.all(in: $0) }.isEmpty)
            #expect(try await shop.database.read { try Channel.all(in: $0, archived: true) }.count == 1)
            await #expect(throws: ChannelsRefusal.handleTaken("web")) { try await shop.create() }
            for _ in 0..<2 { _ = try await shop.write { try reopenChannel(created.id, by: $1, in: $0, world: $2) } }
            #expect(try await shop.database.read { try Channel.all(in: $0) }.map(\.id) == [created.id])
            #expect(try await shop.topics(of: created) == ["channel.created", "channel.archived", "channel.reopened"])
        }
    }

    @Test("only who manages the whole changes a channel", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let created = try await shop.create()
            let store = try await shop.stores(1)[0]
            let settings = shop.settings("other")
            let verbs: [@Sendable (Transaction, Actor, World) throws -> Channel] = [
                { try createChannel(.web, settings, by: $1, in: $0, world: $2) },
                { try updateChannel(created.id, to: settings, version: 1, by: $1, in: $0, world: $2) },
                { try setStockRule(of: created.id, to: .none, version: 1, by: $1, in: $0, world: $2) },
                { try setChannelLocations(of: created.id, to: [], version: 1, by: $1, in: $0, world: $2) },
                { try linkChannel(created.id, by: $1, in: $0, world: $2) }, { try unlinkChannel(created.id, by: $1, in: $0, world: $2) },
                { try archiveChannel(created.id, by: $1, in: $0, world: $2) }, { try reopenChannel(created.id, by: $1, in: $0, world: $2) },
            ]
            let person = Actor.Party.staff(StaffMember.ID(bits: 1))
            for grants in [[], [Grant(role: .associate, location: nil)], [Grant(role: .manager, location: store.bits)]] {
                for verb in verbs {
                    await #expect(throws: StaffRefusal.forbidden(.manager)) {
                        try await shop.write { try verb($0, Actor(person, grants: grants), $2) }
                    }
                }
            }
        }
    }

    @Test("a channel that nobody opened is unknown to every verb", arguments: TestDatabase.all)
    func unknown(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let nobody = Channel.ID(bits: 7)
            await #expect(throws: ChannelsRefusal.unknownChannel) {
                try await shop.write { try archiveChannel(nobody, by: $1, in: $0, world: $2) }
            }
            await #expect(throws: ChannelsRefusal.unknownChannel) {
                try await shop.write { try updateChannel(nobody, to: shop.settings(), version: 1, by: $1, in: $0, world: $2) }
            }
        }
    }
}
