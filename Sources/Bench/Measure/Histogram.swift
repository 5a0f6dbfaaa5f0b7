/// Durations counted in buckets whose width is at most 1/128 of their value, from a nanosecond to eighteen minutes.
///
/// The same memory for ten durations and ten million, after HdrHistogram (Gil Tene). Percentiles are given as the upper end
/// of their bucket, so that they never flatter.
struct Histogram: Sendable {
    private static let precision = 7
    private static let perOctave = 1 << precision
    private static let octaves = 34

    private var counts = [Int](repeating: 0, count: (octaves + 1) * perOctave)
    private(set) var count = 0
    private(set) var longest: Int64 = 0

    mutating func record(_ nanoseconds: Int64) {
        let value = max(0, nanoseconds)
        counts[min(Self.bucket(of: value), counts.count - 1)] += 1
        count += 1
        longest = max(longest, value)
    }

    mutating func merge(_ other: Histogram) {
        for position in counts.indices { counts[position] += other.counts[position] }
        count += other.count
        longest = max(longest, other.longest)
    }

    /// The duration in nanoseconds that the given share (0…1) of all durations did not exceed; 0 when there are none.
    func percentile(_ share: Double) -> Int64 {
        let wanted = max(1, Int((share * Double(count)).rounded(.up)))
        var seen = 0
        for (bucket, count) in counts.enumerated() where count > 0 {
            seen += count
            if seen >= wanted { return min(Self.upperEnd(of: bucket), longest) }
        }
        return longest
    }

    private static func bucket(of value: Int64) -> Int {
        guard value >= perOctave else { return Int(value) }
        let shift = Int64.bitWidth - 1 - value.leadingZeroBitCount - precision
        return shift * perOctave + Int(value >> Int64(shift))
    }

    private static func upperEnd(of bucket: Int) -> Int64 {
        guard bucket >= perOctave else { return Int64(bucket) }
        let shift = bucket / perOctave - 1
        let head = Int64(bucket - shift * perOctave)
        return (head + 1) << Int64(shift) - 1
    }
}
