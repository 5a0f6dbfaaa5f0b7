import Channels
import Database
import Essentials
import Places
import Synchronization
import TestKit
import Testing

@testable import Feed

@Suite("Where a channel sells from")
struct ChannelLocationsTests {
    @Test("locations keep the order they were given, and may change", arguments: TestDatabase.all)
    func order(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(5)
            let created = try await shop.create(from: stores)
            #expect(created.locations == stores)
            let reversed = Array(stores.reversed())
            let changed = try await shop.write {
                try setChannelLocations(of: created.id, to: reversed, version: 1, by: $1, in: $0, world: $2)
            }
            #expect(changed.locations == reversed)
            #expect(changed.version == 2)
            let same = try await shop.write {
                try setChannelLocations(of: created.id, to: reversed + reversed, version: 2, by: $1, in: $0, world: $2)
            }
            #expect(same == changed)
            #expect(try await shop.database.read { try Channel.find(created.id, in: $0) } == changed)
            #expect(try await shop.topics(of: created) == ["channel.created", "channel.updated"])
        }
    }

    @Test("nothing is sold from a location that is archived or does not exist", arguments: TestDatabase.all)
    func sellable(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let store = try await shop.stores(1)[0]
            _ = try await shop.write { try archiveLocation(store, by: $1, in: $0, world: $2) }
            await #expect(throws: ChannelsRefusal.archivedLocation("Store 0")) { try await shop.create(from: [store]) }
            await #expect(throws: ChannelsRefusal.unknownLocation) { try await shop.create(from: [Location.ID(bits: 9)]) }
        }
    }

    @Test("a location that is put away leaves every channel, and others keep their order", arguments: TestDatabase.all)
    func leave(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(4)
            let web = try await shop.create(from: stores)
            let till = try await shop.create(.till, shop.settings("till"), from: [stores[1]])
            let other = try await shop.create(.social, shop.settings("social"), from: [stores[0]])
            _ = try await shop.write { try archiveLocation(stores[1], by: $1, in: $0, world: $2) }
            try await Follower.leaveArchivedLocations.catchUp(in: shop.database, world: shop.world)
            let found = try await shop.database.read { try Channel.find([web.id, till.id, other.id], in: $0) }
            #expect(found[web.id]?.locations == [stores[0], stores[2], stores[3]])
            #expect(found[till.id]?.locations == [])
            #expect(found[other.id] == other)
            #expect(try await shop.topics(of: web) == ["channel.created", "channel.updated"])
            let cause = try await shop.database.read {
                try $0.value("SELECT cause FROM fact WHERE topic = 'channel.updated' AND subject = \(web.id)", as: Int64.self)
            }
            #expect(cause != nil)
        }
    }

    @Test("a location that comes back is sold from again where it was, by those channels that shall", arguments: TestDatabase.all)
    func comeBack(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(4)
            let web = try await shop.create(from: stores)
            let till = try await shop.create(.till, shop.settings("till"), from: [stores[1]])
            let social = try await shop.create(.social, shop.settings("social"), from: Array(stores.reversed()))
            let other = try await shop.create(.print, shop.settings("print"), from: [stores[0]])
            let archived = try await shop.write { try archiveLocation(stores[1], by: $1, in: $0, world: $2) }
            let before = try await shop.database.read { try Channel.selling(from: archived, in: $0).map(\.id) }
            try await Follower.leaveArchivedLocations.catchUp(in: shop.database, world: shop.world)
            let sold = try await shop.database.read { try Channel.selling(from: archived, in: $0).map(\.id) }
            #expect(Set(sold) == [web.id, till.id, social.id] && before == sold)
            await #expect(throws: ChannelsRefusal.archivedLocation("Store 1")) {
                try await shop.write { try returnToChannels(stores[1], [web.id], by: $1, in: $0, world: $2) }
            }
            let back = try await shop.write { transaction, actor, world in
                let back = try reopenLocation(stores[1], by: actor, in: transaction, world: world)
                try returnToChannels(stores[1], [web.id, social.id, other.id], by: actor, in: transaction, world: world)
                try returnToChannels(stores[1], [web.id, till.id], by: actor, in: transaction, world: world)
                return back
            }
            let found = try await shop.database.read { try Channel.find([web.id, till.id, social.id, other.id], in: $0) }
            #expect(found[web.id]?.locations == stores)
            #expect(found[till.id]?.locations == [])
            #expect(found[social.id]?.locations == Array(stores.reversed()))
            #expect(found[other.id] == other)
            #expect(try await Set(shop.database.read { try Channel.selling(from: back, in: $0).map(\.id) }) == [web.id, social.id])
        }
    }

    @Test("a location that is back before anybody looked keeps its channels", arguments: TestDatabase.all)
    func backAtOnce(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(2)
            let web = try await shop.create(from: stores)
            _ = try await shop.write { try archiveLocation(stores[0], by: $1, in: $0, world: $2) }
            _ = try await shop.write { try reopenLocation(stores[0], by: $1, in: $0, world: $2) }
            try await Follower.leaveArchivedLocations.catchUp(in: shop.database, world: shop.world)
            #expect(try await shop.database.read { try Channel.find(web.id, in: $0) } == web)
        }
    }

    @Test(
        "a chain of 1,565 stores is kept whole, and read with two statements however many channels there are", arguments: TestDatabase.all)
    func budget(on engine: TestDatabase) async throws {
        let statements = Mutex(0)
        try await withChannels(on: engine, trace: { if $0.hasPrefix("SELECT") { statements.withLock { $0 += 1 } } }) { shop in
            let stores = try await shop.stores(1_565)
            for number in 0..<5 {
                _ = try await shop.create(.web, shop.settings("web-\(number)"), from: stores)
                shop.clock.advance(by: .seconds(1))
            }
            _ = try await shop.create(.print, shop.settings("print"))
            statements.withLock { $0 = 0 }
            let directory = try await shop.database.read { try ChannelDirectory.load(in: $0) }
            #expect(statements.withLock { $0 } == 2)
            #expect(directory.channels.count == 6)
            #expect(directory.channels.prefix(5).allSatisfy { $0.locations == stores })
            let last = try #require(directory[handle: "print"])
            #expect(directory[last.id] == last)
            #expect(directory.first(.print) == last)
            #expect(directory.first(.till) == nil)
            #expect(last.locations.isEmpty)
        }
    }

    @Test("a directory is outdated by what happens to channels and by nothing else")
    func outdated() {
        func fact(_ topic: String) -> RecordedFact {
            RecordedFact(
                place: FeedPlace(seq: 1), at: Instant(microseconds: 0), topic: topic, version: 1, subject: 1, body: "{}",
                origin: .system("test"))
        }
        #expect(ChannelDirectory.isOutdated(by: fact(ChannelUpdated.topic)))
        #expect(ChannelDirectory.isOutdated(by: fact(ChannelLinked.topic)))
        #expect(!ChannelDirectory.isOutdated(by: fact(LocationUpdated.topic)))
    }
}
