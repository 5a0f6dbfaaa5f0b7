import Essentials
import Hummingbird
import NIOCore
import NIOPosix
import TestKit
import Testing

@testable import Web

@Suite("numbers that move")
struct LiveTests {
    private func withHub(
        _ hub: LiveHub, options: WebServerOptions = WebServerOptions(), _ body: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        try await withSite(options, live: hub) { router in
            hub.addRoute(to: router) { topic, _ in !topic.hasPrefix("desk:") }
        } body: { site async throws in
            try await body(site)
        }
    }

    @Test("an open page hears what it asked for, in order, and nothing else")
    func hearing() async throws {
        let hub = LiveHub(epoch: "e1", after: 10)
        try await withHub(hub) { site async throws in
            let lamp = Listener(site, "/live?on=stock:lamp&on=price:lamp")
            let chair = Listener(site, "/live?on=stock:chair")
            try await eventually { hub.listeners == 2 && lamp.last != nil && chair.last != nil }
            hub.publish([LiveEvent(topic: "stock:lamp", data: "4"), LiveEvent(topic: "price:lamp", data: "9.90\nwas 12")], at: 11)
            hub.publish([LiveEvent(topic: "stock:other", data: "1")], at: 12)
            hub.publish([LiveEvent(topic: "stock:chair", data: "7")], at: 13)
            hub.publish([LiveEvent(topic: "stock:lamp", data: "3")], at: 14)
            try await eventually { lamp.events.count == 3 && chair.events.count == 1 }
            #expect(lamp.events == ["stock:lamp 4", "price:lamp 9.90 was 12", "stock:lamp 3"])
            #expect(chair.events == ["stock:chair 7"])
            #expect(lamp.last == "e1.14.0")
        }
    }

    @Test("a fact that is told twice is heard once")
    func once() async throws {
        let hub = LiveHub(epoch: "e1", after: 10)
        try await withHub(hub) { site async throws in
            let lamp = Listener(site, "/live?on=stock:lamp")
            try await eventually { lamp.last != nil }
            for seq in [11, 10, 11, 12, 12] as [Int64] {
                hub.publish([LiveEvent(topic: "stock:lamp", data: "at \(seq)")], at: LivePlace(number: seq))
            }
            try await eventually { lamp.last == "e1.12.0" }
            #expect(lamp.events == ["stock:lamp at 11", "stock:lamp at 12"])
        }
    }

    @Test("of two who publish the slower one is heard too, and who comes back then misses nothing")
    func twoPublishers() async throws {
        var replay = LiveReplay(epoch: "e", seq: 10, capacity: 100)
        let stock = LiveEvent(topic: "stock:lamp", data: "4")
        let order = LiveEvent(topic: "order:7", data: "placed")
        _ = replay.append(stock, at: 15)
        let seen = replay.last
        #expect(!replay.hasTold("order:7", at: 12))
        _ = replay.append(order, at: 12)
        #expect(replay.hasTold("order:7", at: 12) && replay.hasTold("stock:lamp", at: 15) && !replay.hasTold("stock:lamp", at: 16))
        #expect(replay.frames(after: seen, of: ["order:7", "stock:lamp"])?.count == 1)
        replay.pass(15)
        _ = replay.append(order, at: 13)
        _ = replay.append(stock, at: 16)
        #expect(replay.frames(after: seen, of: ["order:7", "stock:lamp"])?.count == 3)
        #expect(replay.last == LiveEventID(epoch: "e", seq: 16, part: 0))
    }

    @Test("who comes back hears what was missed; who just came, the latest value; who was away too long reads anew")
    func resuming() async throws {
        let hub = LiveHub(epoch: "e1", after: 10, kept: 4)
        try await withHub(hub) { site async throws in
            for seq in 11...14 as ClosedRange<Int64> {
                hub.publish([LiveEvent(topic: seq.isMultiple(of: 2) ? "even" : "odd", data: "\(seq)")], at: LivePlace(number: seq))
            }
            func hears(_ path: String, last: String?) async throws -> [String] {
                let listener = Listener(site, path, last: last)
                try await eventually { listener.last != nil }
                listener.leave()
                return listener.events
            }
            #expect(try await hears("/live?on=even", last: "e1.11.0") == ["even 12", "even 14"])
            #expect(try await hears("/live?on=even&on=odd", last: "e1.12.0") == ["odd 13", "even 14"])
            #expect(try await hears("/live?on=even", last: "e1.14.0").isEmpty)
            #expect(try await hears("/live?on=even&on=odd", last: nil) == ["odd 13", "even 14"])
            #expect(try await hears("/live?on=quiet", last: nil).isEmpty)
            #expect(try await hears("/live?on=even", last: "nonsense") == ["even 14"])
            #expect(try await hears("/live?on=even", last: "e0.12.0") == ["reset reset"])
            hub.publish([LiveEvent(topic: "odd", data: "15")], at: 15)
            #expect(try await hears("/live?on=even", last: "e1.10.0") == ["reset reset"])
            #expect(try await hears("/live?on=odd", last: "e1.11.0") == ["odd 13", "odd 15"])
        }
    }

    @Test("a page is told the present values when it begins to listen, and nothing need be published that nobody hears")
    func present() async throws {
        let hub = LiveHub(epoch: "e1", after: 10)
        let stock = Shared(["stock:lamp": "3", "stock:chair": "7"])
        try await withSite(live: hub) { router in
            hub.addRoute(
                to: router, mayHear: { _, _ in true },
                present: { topics, _ in
                    if topics.contains("broken") { throw SiteFault() }
                    return topics.compactMap { topic in stock.value[topic].map { LiveEvent(topic: topic, data: $0) } }
                })
        } body: { site async throws in
            #expect(hub.heard(among: ["stock:lamp"]).isEmpty)
            let lamp = Listener(site, "/live?on=stock:lamp&on=stock:unknown")
            try await eventually { lamp.events == ["stock:lamp 3"] }
            #expect(hub.heard(among: ["stock:chair", "stock:lamp"]) == ["stock:lamp"])
            hub.publish([LiveEvent(topic: "stock:lamp", data: "2")], at: 11)
            try await eventually { lamp.events == ["stock:lamp 3", "stock:lamp 2"] }
            let back = Listener(site, "/live?on=stock:lamp&on=stock:chair", last: "e1.10.0")
            try await eventually { back.events == ["stock:lamp 2", "stock:chair 7", "stock:lamp 3"] }
            let broken = Listener(site, "/live?on=broken")
            try await eventually { broken.events == ["reset reset"] }
        }
    }

    @Test("a present value that was read before a publication does not come after it")
    func overtaken() async throws {
        let hub = LiveHub(epoch: "e1", after: 10)
        try await withSite(live: hub) { router in
            hub.addRoute(
                to: router, mayHear: { _, _ in true },
                present: { _, _ in
                    let read = [LiveEvent(topic: "stock:lamp", data: "5"), LiveEvent(topic: "stock:chair", data: "7")]
                    hub.publish([LiveEvent(topic: "stock:lamp", data: "4")], at: 11)
                    return read
                })
        } body: { site async throws in
            let lamp = Listener(site, "/live?on=stock:lamp&on=stock:chair")
            try await eventually { lamp.events == ["stock:lamp 4", "stock:chair 7"] }
        }
    }

    @Test("after a restore everybody reads anew")
    func restart() async throws {
        let hub = LiveHub(epoch: "e1", after: 10)
        try await withHub(hub) { site async throws in
            let lamp = Listener(site, "/live?on=stock:lamp")
            try await eventually { lamp.last == "e1.10.0" }
            hub.restart(epoch: "e2", after: 3)
            try await eventually { lamp.last == "e2.3.0" }
            #expect(lamp.events == ["reset reset"])
        }
    }

    @Test("whatever is published, a browser that breaks off and comes back misses nothing and hears nothing twice", arguments: 1...50)
    func replayModel(seed: UInt64) throws {
        var dice = Randomness.seeded(seed)
        let capacity = Int.random(in: 1...12, using: &dice)
        var replay = LiveReplay(epoch: "e", seq: 0, capacity: capacity)
        var all: [(id: LiveEventID, topic: String, frame: ByteBuffer)] = []
        for seq in 1...60 as ClosedRange<Int64> {
            for part in 0..<Int.random(in: 0...3, using: &dice) {
                let event = LiveEvent(topic: "t\(Int.random(in: 0...3, using: &dice))", data: "\(seq).\(part)")
                // Some are told late, by a publisher that lags behind.
                let late = max(1, seq - .random(in: 0...2, using: &dice))
                let frame = replay.append(event, at: LivePlace(number: late))
                all.append((replay.last, event.topic, frame))
            }
            replay.pass(LivePlace(number: seq))
            let topics: Set = ["t0", "t2"]
            let known = LiveEventID(
                epoch: "e", seq: LivePlace(number: .random(in: 0...seq, using: &dice)), part: .random(in: 0...3, using: &dice))
            let missed = all.filter { ($0.id.seq, $0.id.part) > (known.seq, known.part) }
            if let frames = replay.frames(after: known, of: topics) {
                #expect(frames == missed.filter { topics.contains($0.topic) }.map(\.frame), "seed \(seed)")
            } else {
                #expect(missed.count >= capacity || known.seq == 0, "seed \(seed): forgot too early")
            }
            let recent = all.suffix(capacity)
            let latest = topics.compactMap { topic in recent.last { $0.topic == topic } }
                .sorted { ($0.id.seq, $0.id.part) < ($1.id.seq, $1.id.part) }
            #expect(replay.latest(of: topics) == latest.map(\.frame), "seed \(seed)")
        }
    }

    @Test("who does not read is dropped, and holds up nobody")
    func slow() async throws {
        let hub = LiveHub(epoch: "e1", after: 0)
        try await withHub(hub) { site async throws in
            let quick = Listener(site, "/live?on=a")
            let slow = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelOption(.autoRead, value: false)
                .channelOption(.socketOption(.so_rcvbuf), value: 4_096)
                .connect(host: "localhost", port: site.port).get()
            try await slow.writeAndFlush(ByteBuffer(string: "GET /live?on=a HTTP/1.1\r\nhost: localhost\r\n\r\n"))
            try await eventually { hub.listeners == 2 }
            let much = String(repeating: "x", count: 32_000)
            var seq: Int64 = 0
            try await eventually {
                seq += 1
                hub.publish([LiveEvent(topic: "a", data: much)], at: LivePlace(number: seq))
                return hub.listeners == 1
            }
            let told = Int(seq)
            try await eventually { quick.events.count == told }
            #expect(!quick.isGone)
            try await slow.close()
        }
    }

    @Test("who leaves is forgotten at once")
    func leaving() async throws {
        let hub = LiveHub(epoch: "e1", after: 0)
        try await withHub(hub) { site async throws in
            let listeners = (0..<20).map { _ in Listener(site, "/live?on=a") }
            try await eventually { hub.listeners == 20 }
            for listener in listeners { listener.leave() }
            try await eventually { hub.listeners == 0 }
        }
    }

    @Test("shutdown ends the streams")
    func shutdown() async throws {
        let hub = LiveHub(epoch: "e1", after: 0)
        try await withHub(hub) { site async throws in
            let listener = Listener(site, "/live?on=a")
            try await eventually { listener.last != nil }
            await site.group.triggerGracefulShutdown()
            try await eventually { listener.isGone && hub.listeners == 0 }
        }
    }

    @Test("a quiet stream is not taken for a dead one")
    func heartbeat() async throws {
        let hub = LiveHub(epoch: "e1", after: 0, heartbeat: .milliseconds(50))
        var options = WebServerOptions()
        options.idleTimeout = .seconds(1)
        try await withHub(hub, options: options) { site async throws in
            let listener = Listener(site, "/live?on=a")
            try await eventually { hub.listeners == 1 }
            hub.publish([LiveEvent(topic: "b", data: "1")], at: 5)
            try await eventually { listener.last == "e1.5.0" }
            #expect(listener.events.isEmpty)
            #expect(!listener.isGone)
        }
    }

    @Test("one listens to a few topics that exist and that one may hear")
    func limits() async throws {
        let hub = LiveHub(epoch: "e1", after: 0, capacity: 1)
        try await withHub(hub) { site async throws in
            #expect(try await site.get("/live").status == 422)
            #expect(try await site.get("/live?on=").status == 422)
            #expect(try await site.get("/live?on=a%0Ab").status == 422)
            #expect(try await site.get("/live?" + (0...100).map { "on=t\($0)" }.joined(separator: "&")).status == 422)
            #expect(try await site.get("/live?on=a&on=desk:orders").status == 403)
            let first = Listener(site, "/live?on=a")
            try await eventually { first.last != nil }
            #expect(try await site.get("/live?on=a").status == 503)
        }
    }
}
