/// What a visitor of the shop does next.
enum Step {
    case send(Request)
    case wait(until: Tick)
    case leave
}

/// Somebody with one connection to the server, who sends a request, waits for its answer, and decides what comes next.
protocol Visitor: AnyObject {
    /// Asked on arrival, after each answer, and when a wait is over.
    func next(at now: Tick) -> Step

    /// The whole answer to the last request; for a stream its head alone.
    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick)

    /// A piece of the stream that the last request opened.
    func hear(_ piece: [UInt8], at now: Tick)

    /// The connection broke before the answer was whole; the visitor is asked for its next step over a new one.
    func lose(_ request: Request, because reason: String)
}

extension Visitor {
    func hear(_ piece: [UInt8], at now: Tick) {}
}
