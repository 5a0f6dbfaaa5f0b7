import Database
import Foundation

/// The degrees between which everything within a distance of a point lies: what an index can narrow down before
/// distances are computed.
struct BoundingBox {
    let latitudes: ClosedRange<Double>
    /// Two ranges when the box lies across the antimeridian.
    let longitudes: [ClosedRange<Double>]

    /// - Parameter radius: metres.
    init(around point: Point, radius: Double) {
        let angle = radius / Point.earthRadius
        let reach = angle * 180 / .pi
        latitudes = max(-90, point.latitude - reach)...min(90, point.latitude + reach)
        guard latitudes.lowerBound > -90, latitudes.upperBound < 90 else {
            // A pole is within reach, and every meridian meets there.
            longitudes = [-180...180]
            return
        }
        let spread = asin(min(1, sin(angle) / cos(point.latitude * .pi / 180))) * 180 / .pi
        let west = point.longitude - spread
        let east = point.longitude + spread
        longitudes =
            if west < -180 {
                [-180...east, (west + 360)...180]
            } else if east > 180 {
                [west...180, -180...(east - 360)]
            } else {
                [west...east]
            }
    }

    /// A condition on the columns `latitude` and `longitude`.
    var condition: SQL {
        let ranges = longitudes.map { "longitude BETWEEN \($0.lowerBound) AND \($0.upperBound)" as SQL }
        let either = ranges.dropFirst().reduce(ranges.first ?? "FALSE") { $0 + " OR " + $1 }
        return "latitude BETWEEN \(latitudes.lowerBound) AND \(latitudes.upperBound) AND (\(sql: either))"
    }
}
