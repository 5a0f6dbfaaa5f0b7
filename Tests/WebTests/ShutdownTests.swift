import Hummingbird
import Testing

@testable import Web

@Suite("ending")
struct ShutdownTests {
    @Test("a request under way finishes after shutdown begins, and new connections are refused")
    func finishes() async throws {
        let (began, begin) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        try await withSite(atShutdown: [{ release.yield() }]) { router in
            router.get("/slow") { _, _ in
                begin.yield()
                _ = await released.first { _ in true }
                return "finished"
            }
        } body: { site async throws in
            async let answer = site.get("/slow")
            _ = await began.first { _ in true }
            await site.group.triggerGracefulShutdown()
            #expect(try await answer.body == "finished")
        }
    }
}
