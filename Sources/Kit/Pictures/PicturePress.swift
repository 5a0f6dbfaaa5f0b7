import CPictures
import Dispatch

/// Makes pictures fit for pages, one at a time, on a thread of its own.
public final class PicturePress: Sendable {
    /// What libvips' quality 80 makes of a photograph cannot be told from it at arm's length.
    private static let quality: Int32 = 80
    private static let mostPixels = 100_000_000

    private static let isRunning = seam_pictures_begin() == 0
    private let queue = DispatchQueue(label: "pictures")

    public init() {}

    /// The picture in each of `PrintedPicture.sizes` up to its own.
    /// A photograph of 12 million pixels takes about a second.
    /// - Throws: `PictureRefusal`.
    public func print(_ bytes: [UInt8]) async throws -> PrintedPicture {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try Self.printed(bytes) }) }
        }
    }

    private static func printed(_ bytes: [UInt8]) throws -> PrintedPicture {
        guard isRunning else { throw PictureRefusal.broken }
        let size = try size(of: bytes)
        guard size.width > 0, size.height > 0, size.width <= mostPixels / size.height else {
            throw PictureRefusal.tooLarge(width: size.width, height: size.height)
        }
        let enough = PrintedPicture.sizes.first { $0 >= size.width } ?? .max
        return PrintedPicture(prints: try PrintedPicture.sizes.filter { $0 <= enough }.map { try shrunk(bytes, to: $0) })
    }

    private static func size(of bytes: [UInt8]) throws -> (width: Int, height: Int) {
        var (width, height): (Int32, Int32) = (0, 0)
        switch bytes.withUnsafeBytes({ seam_picture_look($0.baseAddress, $0.count, &width, &height) }) {
        case 0: return (Int(width), Int(height))
        case 1: throw PictureRefusal.notAPicture
        default: throw PictureRefusal.broken
        }
    }

    private static func shrunk(_ bytes: [UInt8], to wanted: Int) throws -> PrintedPicture.Print {
        var (width, height): (Int32, Int32) = (0, 0)
        var made: UnsafeMutableRawPointer?
        var length = 0
        let result = bytes.withUnsafeBytes {
            seam_picture_shrink($0.baseAddress, $0.count, Int32(wanted), quality, &made, &length, &width, &height)
        }
        guard result == 0, let made else { throw PictureRefusal.broken }
        defer { seam_picture_free(made) }
        return PrintedPicture.Print(
            size: wanted, width: Int(width), height: Int(height), bytes: [UInt8](UnsafeRawBufferPointer(start: made, count: length)))
    }
}
