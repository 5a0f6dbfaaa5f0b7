/// A picture in the sizes in which pages show it.
public struct PrintedPicture: Sendable, Equatable {
    /// One size, as WebP.
    public struct Print: Sendable, Equatable {
        /// One of `PrintedPicture.sizes`: by this it is asked for.
        public let size: Int
        /// As wide as `size`, or as the picture when that is narrower: nothing is blown up.
        public let width: Int
        public let height: Int
        public let bytes: [UInt8]
    }

    /// The smallest first; at least one. The largest is the first that loses nothing of the picture, or the largest there is.
    public let prints: [Print]

    /// How wide pages ask for pictures: a tile, half a page, a page or a half on a dense display.
    public static let sizes = [400, 800, 1_600]
}
