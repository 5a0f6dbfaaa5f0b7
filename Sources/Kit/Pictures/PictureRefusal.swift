import Essentials

/// Why a picture is not taken.
public enum PictureRefusal: Refusal, Equatable {
    /// It is of a kind that is not decoded, or no picture.
    case notAPicture
    /// It says it is one, and cannot be read.
    case broken
    /// More than a hundred million pixels.
    case tooLarge(width: Int, height: Int)

    public var code: String {
        switch self {
        case .notAPicture: "picture.not_a_picture"
        case .broken: "picture.broken"
        case .tooLarge: "picture.too_large"
        }
    }

    public var field: String? { "picture" }

    public var sentence: Sentence {
        switch self {
        case .notAPicture: "This is no picture that can be taken: JPEG, PNG, WebP, GIF, HEIC or AVIF."
        case .broken: "This picture cannot be read: the file is damaged."
        case .tooLarge(let width, let height): "This picture is \(width) × \(height) pixels; 100 million pixels are the most."
        }
    }
}
