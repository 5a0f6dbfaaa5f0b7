import Foundation

/// A place on the earth, in degrees of WGS 84.
public struct Point: Hashable, Sendable {
    /// North is positive; −90 to 90.
    public let latitude: Double
    /// East is positive; −180 to 180.
    public let longitude: Double

    /// `nil` for what is no place on the earth.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The mean radius of the earth in metres (IUGG).
    static let earthRadius = 6_371_008.8

    /// Metres over the ground, by the haversine formula: right to half a percent, since the earth is no sphere.
    public func distance(to other: Point) -> Double {
        let phi = latitude * .pi / 180
        let otherPhi = other.latitude * .pi / 180
        let north = sin((otherPhi - phi) / 2)
        let east = sin((other.longitude - longitude) * .pi / 360)
        let chord = north * north + cos(phi) * cos(otherPhi) * east * east
        return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
    }
}
