import Essentials

/// Somebody at a till who sells one unit at each stroke of a clock, whether the server is quick or not.
final class Clerk: Visitor {
    private let script: ShopScript
    private let cookies: String
    private let tally: Tally
    private let interval: Duration
    private let choose: () -> String
    /// Told of a sale when it goes out and when it is accepted.
    private let watch: Deliveries?

    private let world = World.live
    private let staff = "\(World.live.id(Staff.self))"
    private var due: Tick
    private var variant = ""
    private(set) var sales = 0

    /// - Parameter interval: the time between two sales of this clerk.
    init(
        script: ShopScript, cookies: String, tally: Tally, every interval: Duration,
        from start: Tick, watch: Deliveries? = nil, choose: @escaping () -> String
    ) {
        self.script = script
        self.cookies = cookies
        self.tally = tally
        self.interval = interval
        self.watch = watch
        self.choose = choose
        due = start
    }

    func next(at now: Tick) -> Step {
        if tally.isOver(at: now) { return .leave }
        guard now >= due else { return .wait(until: due) }
        // A stroke that was missed is not made up for: a crowd of late sales would be another load than the one asked for.
        repeat { due = due + interval } while due <= now
        variant = choose()
        watch?.sell(variant, at: now)
        let sale = script.sale(
            "\(world.id(Sale.self))", by: staff, of: variant, at: world.now.rfc3339, cookies: cookies)
        return .send(sale)
    }

    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick) {
        guard (200..<300).contains(answer.status) else { return fail("\(request.step): \(answer.status)") }
        sales += 1
        tally.record(request, sent: sent, at: now)
        tally.finishJob(at: now)
    }

    func lose(_ request: Request, because reason: String) { fail("\(request.step): \(reason)") }

    private func fail(_ reason: String) {
        watch?.withdraw(variant)
        tally.fail(reason)
    }
}

/// What the device identifies by itself: the sale, which becomes an order.
private enum Sale: Identified {
    static let prefix = "ord"
}

/// Somebody whom the shop does not know; the sale is then noted for who is signed in.
private enum Staff: Identified {
    static let prefix = "stf"
}
