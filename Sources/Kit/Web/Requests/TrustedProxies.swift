/// The proxies whose word about the browser is believed. Anybody else could write what they like.
public struct TrustedProxies: Sendable {
    public static let none = TrustedProxies([])

    private let ranges: [IPRange]

    public init(_ ranges: [IPRange]) {
        self.ranges = ranges
    }

    func trusts(_ address: IPAddress?) -> Bool {
        guard !ranges.isEmpty, let address else { return false }
        return ranges.contains { $0.contains(address) }
    }

    /// Who is behind the proxies: the last address of `X-Forwarded-For` that is no trusted proxy itself.
    ///
    /// Every proxy appends the address that it saw, so what stands further left was written by a stranger.
    func client(in forwarded: String) -> IPAddress? {
        var seen: IPAddress?
        for part in forwarded.split(separator: ",").reversed() {
            guard let address = IPAddress(part) else { return seen }
            seen = address
            if !trusts(address) { return address }
        }
        return seen
    }
}
