/// A region in which most clocks show one time, and those of some parts another.
struct SplitRegion {
    let mostly: String
    var parts: [(zone: String, outline: Outline)] = []

    func zone(at point: Point) -> String {
        parts.first { $0.outline.contains(point) }?.zone ?? mostly
    }
}

/// The straight lines around a piece of land small enough to be drawn flat.
struct Outline {
    private let corners: [Point]

    /// Reads `32.1 -107, 32.1 -104.92, 30.5 -104.92`: latitude and longitude of each corner.
    init(_ text: some StringProtocol) {
        corners = text.split(separator: ",").compactMap { corner in
            let degrees = corner.split(separator: " ").compactMap { Double($0) }
            return degrees.count == 2 ? Point(latitude: degrees[0], longitude: degrees[1]) : nil
        }
    }

    /// Whether a line from the point to the west crosses the outline an odd number of times.
    func contains(_ point: Point) -> Bool {
        var isInside = false
        for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            guard (corner.latitude > point.latitude) != (next.latitude > point.latitude) else { continue }
            let share = (point.latitude - corner.latitude) / (next.latitude - corner.latitude)
            if point.longitude > corner.longitude + share * (next.longitude - corner.longitude) { isInside.toggle() }
        }
        return isInside
    }
}
