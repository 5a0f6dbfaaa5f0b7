import Essentials

/// Somebody who opens one page after the other.
final class Reader: Visitor {
    private let pages: [Request]
    private let law: Zipf
    private let tally: Tally
    private var random: Randomness

    init(of pages: [Request], by law: Zipf, tally: Tally, seed: UInt64) {
        self.pages = pages
        self.law = law
        self.tally = tally
        random = .seeded(seed)
    }

    func next(at now: Tick) -> Step {
        tally.isOver(at: now) ? .leave : .send(pages[law.draw(using: &random)])
    }

    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick) {
        guard answer.status == 200, answer.bodyLength > 0 else { return tally.fail("\(request.step): \(answer.status)") }
        tally.record(request, sent: sent, at: now)
        tally.finishJob(at: now)
    }

    func lose(_ request: Request, because reason: String) {
        tally.fail("\(request.step): \(reason)")
    }
}
