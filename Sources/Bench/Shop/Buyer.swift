/// A shopper who buys three things, again and again, each time as somebody new: five form posts, no redirect followed.
final class Buyer: Visitor {
    /// What a buyer puts into the cart.
    typealias Wishes = () -> [String]

    private let script: ShopScript
    private let tally: Tally
    private let number: Int
    private let wishes: Wishes
    private let leavesWhenSoldOut: Bool

    private var buys = 0
    private var lines: [String] = []
    private var cookies = Cookies()
    private var place = Place.start
    /// Orders that the server has acknowledged, inside the measured window or not.
    private(set) var orders = 0
    private(set) var isSoldOut = false

    private enum Place {
        case start
        case cart(added: Int)
        case payment(checkout: String)
    }

    init(_ number: Int, script: ShopScript, tally: Tally, leavesWhenSoldOut: Bool = false, wishes: @escaping Wishes) {
        self.number = number
        self.script = script
        self.tally = tally
        self.leavesWhenSoldOut = leavesWhenSoldOut
        self.wishes = wishes
    }

    func next(at now: Tick) -> Step {
        switch place {
        case .start:
            if tally.isOver(at: now) || isSoldOut { return .leave }
            cookies = Cookies()
            lines = wishes()
            buys += 1
            place = .cart(added: 0)
            return .send(script.add(lines[0], cookies: ""))
        case .cart(let added) where added < lines.count:
            return .send(script.add(lines[added], cookies: cookies.header))
        case .cart:
            return .send(script.address(buyer: number * 1_000_000 + buys, cookies: cookies.header))
        case .payment(let checkout):
            return .send(script.payment(of: checkout, cookies: cookies.header))
        }
    }

    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick) {
        tally.record(request, sent: sent, at: now)
        cookies.keep(answer)
        switch script.outcome(of: answer, to: request.step) {
        case .onward(let location): goOn(to: location, at: now)
        case .soldOut where leavesWhenSoldOut:
            isSoldOut = true
            place = .start
        case .soldOut: giveUp("\(request.step): sold out, \(answer.status)")
        case .broken(let reason): giveUp(reason)
        }
    }

    func lose(_ request: Request, because reason: String) {
        giveUp("\(request.step): \(reason)")
    }

    private func goOn(to location: String, at now: Tick) {
        switch place {
        case .start: break
        case .cart(let added) where added < lines.count: place = .cart(added: added + 1)
        case .cart: place = .payment(checkout: location)
        case .payment:
            place = .start
            guard script.isOrder(location) else { return giveUp("payment led to \(location)") }
            orders += 1
            tally.finishJob(at: now)
        }
    }

    private func giveUp(_ reason: String) {
        tally.fail(reason)
        place = .start
    }
}
