import Database
import Essentials

/// A picture that was handed in; it is kept in the sizes in which pages show it.
public enum StoredPicture: Identified {
    public static let prefix = "pic"
}

/// One size of a picture, by the name that its address ends with: `pic_01h455vb4pex5vsknk084sn02q-800.webp`.
///
/// The number promises that the smaller sizes are there, too: 400 beside 800, both beside 1600.
public struct PicturePrint: Sendable, Hashable {
    public let picture: StoredPicture.ID
    /// How wide it is at most.
    public let size: Int

    public init(_ picture: StoredPicture.ID, size: Int) {
        self.picture = picture
        self.size = size
    }

    private static let ending = ".webp"

    /// `nil` for what names no picture.
    public init?(file: some StringProtocol) {
        guard file.hasSuffix(Self.ending) else { return nil }
        let parts = file.dropLast(Self.ending.count).split(separator: "-")
        guard parts.count == 2, let picture = StoredPicture.ID(parts[0]), let size = Int(parts[1]) else { return nil }
        self.init(picture, size: size)
    }

    public var file: String { "\(picture)-\(size)\(Self.ending)" }
    /// Where the shop shows it.
    public var address: String { "/pictures/" + file }

    /// Its bytes, as WebP; `nil` when there is no such picture, or not in that size.
    public func bytes(in reading: some Reading) throws -> [UInt8]? {
        try reading.value("SELECT bytes FROM picture_print WHERE picture = \(picture) AND size = \(size)")
    }
}
