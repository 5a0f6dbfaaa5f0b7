import Essentials
import Synchronization
import Testing

@testable import Bench

@Suite("Visitors", .serialized)
struct VisitorTests {
    @Test("buy what they want in five posts, each time as somebody new")
    func checkouts() throws {
        let shop = SmallShop(units: .max)
        let server = try SmallServer(shop.answer)
        defer { server.close() }
        let script = ShopScript(writer: RequestWriter(port: server.port))
        let tally = Tally(warmUp: .milliseconds(50), window: .milliseconds(200))
        let crowd = Crowd(port: server.port)
        let buyers = (1...8).map { Buyer($0, script: script, tally: tally) { ["var_a", "var_b", "var_c"] } }
        for buyer in buyers { try crowd.admit(buyer) }
        try crowd.run(atMost: .seconds(20))

        #expect(crowd.count == 0)
        #expect(tally.failures.isEmpty)
        #expect(tally.jobs > 0)
        #expect(buyers.reduce(0) { $0 + $1.orders } == shop.orders)
        #expect(Set(tally.steps.keys) == ["add to cart", "address", "payment, order"])
        #expect(tally.requests.count < 5 * shop.orders, "warm-up and end do not count")
    }

    @Test("who all want one product buy every unit and no more, then go home")
    func soldOut() throws {
        let shop = SmallShop(units: 100)
        let server = try SmallServer(shop.answer)
        defer { server.close() }
        let script = ShopScript(writer: RequestWriter(port: server.port))
        let tally = Tally(warmUp: .zero, window: .seconds(20))
        let crowd = Crowd(port: server.port)
        let buyers = (1...8).map {
            Buyer($0, script: script, tally: tally, leavesWhenSoldOut: true) { ["var_wish", "var_b", "var_c"] }
        }
        for buyer in buyers { try crowd.admit(buyer) }
        try crowd.run(atMost: .seconds(20))
        tally.closeAtLastJob()

        #expect(buyers.reduce(0) { $0 + $1.orders } == 100)
        #expect(buyers.allSatisfy { $0.isSoldOut })
        #expect(shop.units == 0)
        #expect(tally.jobs == 100)
        #expect(tally.seconds < 20)
    }

    @Test("see a sale on their open page, and what does not come is missed")
    func deliveries() throws {
        let shop = SmallShop(units: 0)
        let server = try SmallServer(shop.answer)
        defer { server.close() }
        let script = ShopScript(writer: RequestWriter(port: server.port))
        let opening = Tally(warmUp: .zero, window: .seconds(20))
        let deliveries = Deliveries(pages: ["var_a": 3, "var_silent": 1])
        let crowd = Crowd(port: server.port)
        let pages = (0..<3).map { _ in LivePage(script, on: "var_a", deliveries: deliveries, tally: opening) }
        try openPages(pages, in: crowd)

        let tally = Tally(warmUp: .zero, window: .milliseconds(200))
        var turn = 0
        let clerk = Clerk(
            script: script, cookies: "till=1", tally: tally, every: .milliseconds(10), from: .now, watch: deliveries
        ) {
            turn += 1
            return turn == 4 ? "var_silent" : "var_a"
        }
        try crowd.admit(clerk)
        try crowd.run(atMost: .seconds(10)) { tally.isOver(at: $0) && crowd.count == 3 }
        deliveries.close()

        #expect(shop.sales == deliveries.sales)
        #expect(deliveries.sales > 5 && deliveries.sales <= 21)
        #expect(deliveries.delays.count + deliveries.missed == 3 * (deliveries.sales - 1) + 1)
        #expect(deliveries.missed >= 1)
        #expect(opening.failures.isEmpty)
    }

    @Test("keep the cookies that they are given, and drop those that are taken back")
    func cookies() {
        var cookies = Cookies()
        var answer = Answer()
        answer.cookies = ["till=abc", "till-device=d"]
        cookies.keep(answer)
        answer.cookies = ["till="]
        cookies.keep(answer)
        #expect(cookies.header == "till-device=d")
        answer.cookies = ["till=def"]
        cookies.keep(answer)
        #expect(cookies.header == "till-device=d; till=def")
    }

    @Test("come back over a new connection when the server hangs up, and count it as a failure")
    func hangUp() throws {
        let calls = Mutex(0)
        let server = try SmallServer { _ in
            let number = calls.withLock { calls in
                calls += 1
                return calls
            }
            return number % 3 == 0 ? .hangUp : .answer("200 OK", headers: number % 3 == 1 ? ["Connection: close"] : [], body: "x")
        }
        defer { server.close() }
        let tally = Tally(warmUp: .zero, window: .milliseconds(100))
        let crowd = Crowd(port: server.port)
        let page = Request(step: "page", bytes: RequestWriter(port: server.port).get("/"))
        try crowd.admit(Reader(of: [page], by: Zipf(over: 1, seed: 1), tally: tally, seed: 1))
        try crowd.run(atMost: .seconds(10))
        #expect(tally.jobs > 2)
        #expect(!tally.failures.isEmpty)
        #expect(tally.failures.keys.allSatisfy { $0.hasPrefix("page: ") })
    }

    @Test("who are not done in time are a fault, not a figure")
    func tooSlow() throws {
        let server = try SmallServer { _ in .stream { _ in } }
        defer { server.close() }
        let crowd = Crowd(port: server.port)
        let page = Request(step: "page", bytes: RequestWriter(port: server.port).get("/"))
        let tally = Tally(warmUp: .zero, window: .seconds(1))
        try crowd.admit(Reader(of: [page], by: Zipf(over: 1, seed: 1), tally: tally, seed: 1))
        #expect(throws: BenchFault.self) { try crowd.run(atMost: .milliseconds(50)) }
    }
}
