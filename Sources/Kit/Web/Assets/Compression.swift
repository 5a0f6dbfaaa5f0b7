import Hummingbird

enum Compression {
    static func gzip(_ bytes: ByteBuffer) -> ByteBuffer? { nil }
    static func isAccepted(by request: Request) -> Bool { false }
}
