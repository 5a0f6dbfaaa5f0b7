/// An open product page: a stream of server-sent events (HTML, 9.2) that tells the number of one variant.
final class LivePage: Visitor {
    private let request: Request
    private let variant: String
    private let deliveries: Deliveries
    private let tally: Tally
    private var last: UInt8 = 0
    private var hasData = false
    private var hasName = false
    private(set) var isOpen = false
    private var isRefused = false

    init(_ script: ShopScript, on variant: String, deliveries: Deliveries, tally: Tally) {
        request = script.live(variant)
        self.variant = variant
        self.deliveries = deliveries
        self.tally = tally
    }

    func next(at now: Tick) -> Step { isRefused ? .leave : .send(request) }

    func receive(_ answer: Answer, to request: Request, sent: Tick, at now: Tick) {
        isOpen = answer.status == 200
        isRefused = !isOpen
        if isRefused { tally.fail("\(request.step): \(answer.status)") }
    }

    /// Events end with an empty line. What carries no data only marks a place in the feed; what carries a name is no number.
    func hear(_ piece: [UInt8], at now: Tick) {
        for byte in piece where byte != UInt8(ascii: "\r") {
            let isFirst = last == 0 || last == UInt8(ascii: "\n")
            switch byte {
            case UInt8(ascii: "\n") where isFirst:
                if hasData, !hasName { deliveries.arrive(variant, at: now) }
                hasData = false
                hasName = false
            case UInt8(ascii: "d") where isFirst: hasData = true
            case UInt8(ascii: "e") where isFirst: hasName = true
            default: break
            }
            last = byte
        }
    }

    func lose(_ request: Request, because reason: String) {
        isOpen = false
        tally.fail("\(request.step): \(reason)")
    }
}
