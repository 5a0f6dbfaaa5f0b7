import Foundation

/// A form that brought files: its fields as in any other form, and its files.
public struct Upload: Sendable {
    public let fields: Fields
    public let files: [UploadedFile]
}

/// A file that came with a form. Fields for which no file was chosen are left out.
public struct UploadedFile: Sendable {
    /// The form's name for it.
    public let field: String
    /// What the sender calls it; a name and nothing else, never to be used as a path.
    public let name: String
    public let bytes: Int
    public let content: Content

    public enum Content: Sendable {
        case memory([UInt8])
        /// A file of its own, which whoever takes the upload removes.
        case file(URL)
    }

    /// The bytes of one that was kept in memory; none of one that was not.
    public var inMemory: [UInt8] {
        guard case .memory(let bytes) = content else { return [] }
        return bytes
    }

    /// Removes what lies on the disk.
    public func discard() {
        if case .file(let place) = content { try? FileManager.default.removeItem(at: place) }
    }
}
