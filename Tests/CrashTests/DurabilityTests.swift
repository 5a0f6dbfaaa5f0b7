#if os(Linux)
    import Channels
    import Database
    import Essentials
    import Feed
    import Foundation
    import Inventory
    import Orders
    import TestKit
    import TestShop
    import Testing

    @Suite("An answer is a promise")
    struct DurabilityTests {
        @Test("no accepted post is answered before its change is on the disk", .timeLimit(.minutes(2)))
        func traced() async throws {
            try await withFolder { folder in
                let trace = URL(filePath: folder).appending(path: "trace.txt")
                try await withCrashShop(wrappedBy: SystemCall.tracing(to: trace)) { server, shop in
                    // So that all that the server writes is what it was asked for.
                    try await server.withDatabase { database in
                        let all: [Follower] = [
                            .lowStock, .joinStock, .endangeredOrders, .eraseContacts, .leaveArchivedLocations, .salesByQuarter, .buyerWords,
                        ]
                        for follower in all { try await Self.hold(follower, in: database) }
                    }
                    let client = Visitor.client(connections: 1)
                    let chance = Randomness.seeded(1)
                    let shopper = Shopper(name: "shopper", address: server.address, client: client, shop: shop)
                    for _ in 0..<5 { _ = try await shopper.buy(chance) }
                    let clerk = try await Clerk("Till", at: server.address, client: client, shop: shop)
                    for _ in 0..<5 { _ = try await clerk.sell(chance) }
                    try await client.shutdown()
                }
                let promises = Promises(SystemCall.read(try String(contentsOf: trace, encoding: .utf8))).all
                #expect(promises.count >= 5 * 3 + 1 + 5, "bin/setup installs strace; the trace shows \(promises.count) accepted posts")
                for promise in promises { #expect(promise.isKept, "\(promise.request) was answered too early") }
            }
        }

        /// Another node seems to have a follower for an hour, so this one leaves it alone.
        private static func hold(_ follower: Follower, in database: any Database) async throws {
            let now = World.live.now
            _ = try await database.write { transaction in
                try transaction.run(
                    """
                    INSERT INTO follower (name, cursor, failures, moved_at, node, leased_until)
                    VALUES (\(follower.name), 0, 0, \(now), 'elsewhere', \(now + .minutes(60)))
                    ON CONFLICT (name) DO UPDATE SET node = EXCLUDED.node, leased_until = EXCLUDED.leased_until
                    """)
            }
        }
    }
#endif
