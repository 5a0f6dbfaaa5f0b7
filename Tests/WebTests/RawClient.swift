import NIOCore
import NIOPosix

/// Sends bytes as they are, and reads until the server closes.
enum RawClient {
    static func exchange(port: Int, _ text: String) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "localhost", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var answer = ""
            do {
                if !text.isEmpty { try await outbound.write(ByteBuffer(string: text)) }
                for try await bytes in inbound { answer += String(buffer: bytes) }
            } catch is IOError {
                // The server closed while bytes were under way to it.
            }
            return answer
        }
    }
}
