import Foundation

#if os(Linux)
    let streamSocket = Int32(SOCK_STREAM.rawValue)
    /// A connection that is gone is an error and no signal.
    let quietly = Int32(MSG_NOSIGNAL)
#else
    let streamSocket = SOCK_STREAM
    let quietly: Int32 = 0
#endif

/// This machine, at one port. Port 0 lets the system choose one.
func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
}

/// A port that nobody listens on now.
func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, streamSocket, 0)
    guard descriptor >= 0 else { throw BenchFault.system("socket", code: errno) }
    defer { close(descriptor) }

    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let outcome = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            bind(descriptor, generic, size) == 0 && getsockname(descriptor, generic, &size) == 0
        }
    }
    guard outcome else { throw BenchFault.system("bind", code: errno) }
    return UInt16(bigEndian: address.sin_port)
}
