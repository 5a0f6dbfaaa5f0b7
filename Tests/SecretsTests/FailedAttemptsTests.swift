import Essentials
import Secrets
import Testing

struct FailedAttemptsTests {
    private let start = Instant(microseconds: 1_700_000_000_000_000)

    @Test("a few wrong guesses are free, then the wait doubles up to a quarter of an hour")
    func growth() {
        let delays = (0...16).map { FailedAttempts(count: $0, last: start).delay }
        #expect(delays.prefix(5).allSatisfy { $0 == .zero })
        #expect(delays[5] == .seconds(1))
        #expect(delays[6] == .seconds(2))
        #expect(delays[10] == .seconds(32))
        #expect(delays[14] == .seconds(512))
        #expect(delays[15] == .minutes(15))
        #expect(FailedAttempts(count: 100_000, last: start).delay == .minutes(15))
    }

    @Test("waiting ends when the delay has passed")
    func waiting() {
        let failed = FailedAttempts(count: 7, last: start)
        #expect(failed.wait(at: start) == .seconds(4))
        #expect(failed.wait(at: start + .seconds(3)) == .seconds(1))
        #expect(failed.wait(at: start + .seconds(4)) == .zero)
        #expect(failed.wait(at: start + .days(3)) == .zero)
    }

    @Test("a day without a guess forgets the earlier ones")
    func forgetting() {
        let failed = FailedAttempts(count: 9, last: start)
        #expect(failed.adding(at: start + .hours(23)).count == 10)
        #expect(failed.adding(at: start + .days(1)).count == 1)
    }
}
