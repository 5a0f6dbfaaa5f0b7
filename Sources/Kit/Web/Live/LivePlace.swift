/// Where in the feed something happened, as whoever publishes it counts: later places are greater.
public struct LivePlace: Comparable, Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// Counts first; 0 where numbers alone are in order.
    public let group: Int64
    public let number: Int64

    public init(group: Int64 = 0, number: Int64) {
        self.group = group
        self.number = number
    }

    public init(integerLiteral number: Int64) {
        self.init(number: number)
    }

    public static func < (a: LivePlace, b: LivePlace) -> Bool {
        (a.group, a.number) < (b.group, b.number)
    }

    /// Reads `number` or `group-number`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        switch parts.count {
        case 1:
            guard let number = parts[0] else { return nil }
            self.init(number: number)
        case 2:
            guard let group = parts[0], let number = parts[1] else { return nil }
            self.init(group: group, number: number)
        default: return nil
        }
    }

    var text: String { group == 0 ? "\(number)" : "\(group)-\(number)" }
}
