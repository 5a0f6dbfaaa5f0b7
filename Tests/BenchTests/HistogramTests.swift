import Essentials
import Testing

@testable import Bench

@Suite("Durations in buckets")
struct HistogramTests {
    @Test("percentiles are never flattered, and never more than a hundredth too high")
    func percentiles() {
        var random = Randomness.seeded(1)
        let durations = (0..<20_000).map { _ in Int64.random(in: 1...200_000_000, using: &random) }.sorted()
        var histogram = Histogram()
        for duration in durations.shuffled(using: &random) { histogram.record(duration) }

        for share in [0.01, 0.5, 0.95, 0.99, 1] {
            let exact = durations[Int((share * Double(durations.count)).rounded(.up)) - 1]
            let told = histogram.percentile(share)
            #expect(told >= exact)
            #expect(Double(told) <= Double(exact) * 1.01)
        }
        #expect(histogram.longest == durations.last)
        #expect(histogram.count == durations.count)
    }

    @Test("the shortest and the longest durations have their place", arguments: [0, 1, 127, 128, 129, 1 << 40, Int64.max])
    func ends(duration: Int64) {
        var histogram = Histogram()
        histogram.record(duration)
        #expect(histogram.longest == duration)
        #expect(histogram.percentile(0.5) <= duration)
    }

    @Test("two of them together are as if one had heard everything")
    func merging() {
        var left = Histogram()
        var right = Histogram()
        for duration in 1...100 { duration % 2 == 0 ? left.record(Int64(duration)) : right.record(Int64(duration)) }
        left.merge(right)
        #expect(left.count == 100)
        #expect(left.percentile(0.5) == 50)
    }

    @Test("of nothing there is no latency")
    func nothing() {
        #expect(Latency(Histogram()) == nil)
        #expect(Histogram().percentile(0.99) == 0)
    }
}

@Suite("Popularity")
struct ZipfTests {
    @Test("the second product is half as popular as the first, the third a third")
    func law() {
        let law = Zipf(over: 1_000, seed: 7)
        var random = Randomness.seeded(2)
        var counts = [Int](repeating: 0, count: 1_000)
        for _ in 0..<200_000 { counts[law.draw(using: &random)] += 1 }
        let popular = law.mostPopular(3).map { Double(counts[$0]) }
        #expect(abs(popular[0] / popular[1] - 2) < 0.15)
        #expect(abs(popular[0] / popular[2] - 3) < 0.25)
    }

    @Test("every position can be drawn, and none beyond")
    func range() {
        let law = Zipf(over: 3, dealt: false, seed: 1)
        var random = Randomness.seeded(3)
        #expect(Set((0..<1_000).map { _ in law.draw(using: &random) }) == [0, 1, 2])
    }
}
