import Foundation
import NIOCore

/// An address of the Internet; one of version 4 is kept in its IPv6 form (`::ffff:a.b.c.d`), so that both compare.
public struct IPAddress: Hashable, Sendable {
    public let bits: UInt128

    init(bits: UInt128) {
        self.bits = bits
    }

    /// Reads `192.0.2.1`, `2001:db8::1`, and the forms with a port that proxies write; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var text = text.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = String(text[text.index(after: text.startIndex)..<end])
        } else if text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = text.firstIndex(of: ":") {
            text = String(text[..<colon])
        }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bits = Self.mapped(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bits = withUnsafeBytes(of: &six) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
        } else {
            return nil
        }
    }

    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let four):
            bits = Self.mapped(UInt32(bigEndian: four.address.sin_addr.s_addr))
        case .v6(let six):
            bits = withUnsafeBytes(of: six.address.sin6_addr) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
        case .unixDomainSocket, nil:
            return nil
        }
    }

    private static func mapped(_ four: UInt32) -> UInt128 {
        0xffff_0000_0000 | UInt128(four)
    }

    /// True for an address that version 4 can write.
    public var isVersion4: Bool { bits >> 32 == 0xffff }

    /// True for this machine itself.
    public var isLoopback: Bool {
        bits == 1 || (isVersion4 && UInt8(truncatingIfNeeded: bits >> 24) == 127)
    }

    /// What one household or office is given as a whole: the address itself in version 4, its /64 in version 6.
    /// Limits are kept per neighbourhood, or a single machine could take 2^64 of them.
    public var neighbourhood: UInt128 {
        isVersion4 ? bits : (bits >> 64) << 64
    }
}

/// A range of addresses, `10.0.0.0/8` or a single address.
public struct IPRange: Hashable, Sendable {
    let start: IPAddress
    let bits: Int

    /// Reads an address or a range in CIDR notation (RFC 4632); `nil` for anything malformed.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        let width = address.isVersion4 ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...width).contains(given) else { return nil }
            length = given
        }
        start = address
        bits = 128 - width + length
    }

    public func contains(_ address: IPAddress) -> Bool {
        bits == 0 || (start.bits ^ address.bits) >> UInt128(128 - bits) == 0
    }
}
