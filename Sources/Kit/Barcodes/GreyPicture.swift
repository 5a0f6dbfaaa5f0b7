/// A picture without colours: a byte for each pixel, 0 for black, row by row from the top.
public struct GreyPicture: Sendable {
    public let width: Int
    public let height: Int
    let pixels: [UInt8]

    /// Pixels of a side: more says no more about a code that a hand holds into view.
    public static let longestSide = 2_048

    /// - Returns: `nil` when there are not as many pixels as the sides say, or sides that no picture of a code has.
    public init?(width: Int, height: Int, pixels: [UInt8]) {
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height), pixels.count == width * height else {
            return nil
        }
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
