import Hummingbird
import Synchronization

/// Finds out who asks, through which proxies, and gives the request its id.
final class Arrivals: Sendable {
    private let proxies: TrustedProxies
    private let speaksTLS: Bool
    private let count: Atomic<UInt64>
    private let salt: UInt64

    init(proxies: TrustedProxies, speaksTLS: Bool) {
        self.proxies = proxies
        self.speaksTLS = speaksTLS
        salt = .random(in: .min ... .max)
        count = Atomic(.random(in: .min ... .max))
    }

    /// Fills in the context of a request that has just been read.
    func admit(_ request: Request, into context: inout SeamContext) {
        context.isSecure = speaksTLS
        context.host = request.head.authority ?? ""
        context.requestID = ""
        if proxies.trusts(IPAddress(context.channel.remoteAddress)) {
            context.forwardedAddress = request.headers[.forwardedFor].flatMap(proxies.client)
            if let scheme = request.headers[.forwardedProto] { context.isSecure = scheme == "https" }
            if let host = request.headers[.forwardedHost] { context.host = host }
            context.requestID = Self.readable(request.headers[.requestID])
        }
        if context.requestID.isEmpty { context.requestID = nextID() }
    }

    /// A bijection of a counter: no two requests of this process share one, and nobody can count by it.
    /// Thirteen characters, so that the string needs no memory of its own.
    private func nextID() -> String {
        var mixed = count.add(1, ordering: .relaxed).newValue ^ salt
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        return String(unsafeUninitializedCapacity: 13) { buffer in
            for position in 0..<13 {
                buffer[position] = Self.alphabet[Int(truncatingIfNeeded: mixed >> UInt64(5 * position)) & 31]
            }
            return 13
        }
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// A proxy's own id, when it is one that a log can hold; empty otherwise.
    private static func readable(_ id: String?) -> String {
        guard let id, (1...64).contains(id.utf8.count) else { return "" }
        let isPlain = id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d || byte == 0x5f
        }
        return isPlain ? id : ""
    }
}
