import Database
import Synchronization
import Testing

@testable import SQLiteDatabase

@Suite("What is answered is on the disk")
struct FlusherTests {
    @Test("a reader who may have seen a group waits until it is on the disk")
    func reader() async throws {
        let disk = Disk()
        let flusher = Flusher { try disk.sync() }
        flusher.expect()
        flusher.flush(WriteGroup())
        try await flusher.settle()
        #expect(disk.syncs == 1)
        try await flusher.settle()
        #expect(disk.syncs == 1)
        flusher.close()
    }

    @Test("after the disk has failed once nobody is promised anything, even when it works again")
    func failure() async throws {
        let disk = Disk()
        let flusher = Flusher { try disk.sync() }
        disk.fails = true
        flusher.expect()
        flusher.flush(WriteGroup())
        await #expect(throws: DatabaseFault.unsynced("shop.db")) { try await flusher.settle() }
        disk.fails = false
        await #expect(throws: DatabaseFault.unsynced("shop.db")) { try await flusher.settle() }
        flusher.close()
    }
}

private final class Disk: Sendable {
    private let state = Mutex((syncs: 0, fails: false))

    var syncs: Int { state.withLock(\.syncs) }
    var fails: Bool {
        get { state.withLock(\.fails) }
        set { state.withLock { $0.fails = newValue } }
    }

    func sync() throws {
        try state.withLock { state in
            state.syncs += 1
            if state.fails { throw DatabaseFault.unsynced("shop.db") }
        }
    }
}
