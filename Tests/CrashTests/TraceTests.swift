import Testing

@Suite("What a trace of the server is read for")
struct TraceTests {
    /// A checkout that waits for the disk, told by two threads.
    private static let sound = """
        12  1795324416.400000 recvmsg(8<TCP:[127.0.0.1:80->127.0.0.1:49]>,  <unfinished ...>
        13  1795324416.400500 write(1</dev/null>, "log", 3) = 3 <0.000010>
        12  1795324416.401000 <... recvmsg resumed>{msg_iov=[{iov_base="POST /cart HTTP/1.1\\r\\nHost", iov_len=2048}]}, 0) = 310 <0.001000>
        13  1795324416.402000 pwrite64(4</tmp/shop.db-wal>, "\\0\\0", 24, 8272) = 24 <0.000100>
        13  1795324416.403000 fdatasync(4</tmp/shop.db-wal> <unfinished ...>
        12  1795324416.403500 write(1</dev/null>, "log", 3) = 3 <0.000010>
        13  1795324416.404000 <... fdatasync resumed>) = 0 <0.001000>
        12  1795324416.405000 writev(8<TCP:[127.0.0.1:80->127.0.0.1:49]>, [{iov_base="HTTP/1.1 303 See Other\\r\\n", iov_len=120}], 1) = 120 <0.000050>
        """

    @Test("calls that threads interrupt on paper are put together again")
    func reading() {
        let calls = SystemCall.read(Self.sound)
        #expect(calls.map(\.name) == ["write", "recvmsg", "pwrite64", "write", "fdatasync", "writev"])
        let sync = calls.first(where: \.isSyncOfLog)
        #expect(sync?.began == 1_795_324_416.403)
        #expect(sync.map { abs($0.ended - 1_795_324_416.404) < 0.000_01 } == true)
        #expect(calls.last?.file == "TCP:[127.0.0.1:80->127.0.0.1:49]")
    }

    @Test("an answer behind its sync is a kept promise")
    func kept() {
        #expect(Promises(SystemCall.read(Self.sound)).all == [.init(request: "POST /cart", isKept: true)])
    }

    @Test("an answer before its sync, or without one, is a broken promise")
    func broken() {
        let early = Self.sound.replacing("1795324416.405000 writev", with: "1795324416.403600 writev")
        #expect(Promises(SystemCall.read(early)).all == [.init(request: "POST /cart", isKept: false)])
        let never = Self.sound.split(separator: "\n").filter { !$0.contains("fdatasync") }.joined(separator: "\n")
        #expect(Promises(SystemCall.read(never)).all == [.init(request: "POST /cart", isKept: false)])
    }

    @Test("a refused post promises nothing")
    func refused() {
        let refused = Self.sound.replacing("303 See Other", with: "422 Unprocessable")
        #expect(Promises(SystemCall.read(refused)).all.isEmpty)
    }
}
