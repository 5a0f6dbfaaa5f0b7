import Foundation
import TestKit
import TestShop
import Testing

@Suite("Programs that tests run")
struct ProcessTests {
    @Test("what a child prints and how it ends is seen")
    func child() async throws {
        let ending = try await ChildProcess.run("sh", ["-c", "echo out; echo err >&2; exit 3"])
        #expect(ending.status == 3)
        #expect(ending.output == "out\nerr\n")
    }

    @Test("a child that is killed is gone when we are told so")
    func killed() async throws {
        try await withFolder { folder in
            let child = try ChildProcess("sleep", ["60"], log: URL(filePath: folder).appending(path: "log.txt"))
            #expect(child.isRunning)
            child.signal(SIGKILL)
            #expect(await child.status == SIGKILL)
            #expect(!child.isRunning)
        }
    }

    @Test("a command that does not start says what it printed")
    func noServer() async throws {
        let fault = await #expect(throws: ServerFault.self) {
            try await withServer(wrappedBy: ["sh", "-c", "echo no disk today; exit 1"]) { _ in }
        }
        #expect(fault?.description.contains("no disk today") == true)
    }

    @Test("a server that ends before it is ready is noticed at once")
    func impatience() async throws {
        let began = ContinuousClock.now
        await #expect(throws: ServerFault.self) { try await withServer(wrappedBy: ["false"]) { _ in } }
        #expect(ContinuousClock.now - began < .seconds(10))
    }
}
