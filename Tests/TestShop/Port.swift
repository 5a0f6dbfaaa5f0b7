import Foundation

/// Ports of this machine.
enum Port {
    /// One that nobody listens on: the system's choice for port 0, let go of again.
    static func free() throws -> Int {
        try onLoopback(0) { descriptor, address, length in
            guard bind(descriptor, address, length) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
            var chosen = sockaddr_in()
            var size = length
            let isNamed = withUnsafeMutableBytes(of: &chosen) { bytes in
                bytes.withMemoryRebound(to: sockaddr.self) { getsockname(descriptor, $0.baseAddress, &size) == 0 }
            }
            guard isNamed else { throw POSIXError(.EADDRNOTAVAIL) }
            return Int(UInt16(bigEndian: chosen.sin_port))
        }
    }

    /// Whether somebody listens there.
    static func isOpen(_ port: Int) -> Bool {
        (try? onLoopback(port) { connect($0, $1, $2) == 0 }) ?? false
    }

    private static func onLoopback<T>(
        _ port: Int, _ body: (_ descriptor: Int32, UnsafePointer<sockaddr>, socklen_t) throws -> T
    ) throws -> T {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return try withUnsafePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body(descriptor, $0, length) }
        }
    }
}
