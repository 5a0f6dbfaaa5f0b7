import Essentials
import Foundation

/// Chance as the demo shop needs it: the same for the same seed.
struct DemoChance {
    private var source: Randomness

    init(_ source: Randomness) {
        self.source = source
    }

    /// 0 up to, not including, 1.
    mutating func share() -> Double { Double(source.next() >> 11) * 0x1p-53 }

    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    /// One of them, each as likely as the others.
    mutating func pick<T>(_ all: [T]) -> T { all[whole(0...(all.count - 1))] }

    /// One of them, as likely as its weight says.
    mutating func pick<T>(_ all: [T], by weight: (T) -> Double) -> T {
        var rest = share() * all.reduce(0) { $0 + weight($1) }
        for item in all {
            rest -= weight(item)
            if rest < 0 { return item }
        }
        return all[all.count - 1]
    }

    /// How often something happens that happens `mean` times on average, each time by itself (Poisson, after Knuth).
    mutating func count(mean: Double) -> Int {
        let limit = exp(-mean)
        var (count, product) = (0, share())
        while product > limit {
            count += 1
            product *= share()
        }
        return count
    }

    /// How long to wait for the next of them.
    mutating func pause(mean: Duration) -> Duration { mean * -log(1 - share()) }

    /// Any order.
    mutating func shuffled<T>(_ all: [T]) -> [T] { all.shuffled(using: &source) }
}
