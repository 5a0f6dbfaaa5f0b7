import NIOCore

/// How much a request may send, and for how long: more where files are handed in.
struct BodyLimits: Sendable {
    let bytes: Int
    let time: TimeAmount
    let uploads: [String: Int]
    let uploadTime: TimeAmount

    init(_ options: WebServerOptions) {
        bytes = options.bodyLimit
        time = TimeAmount(options.bodyTimeout)
        uploads = options.uploads
        uploadTime = TimeAmount(options.uploadTimeout)
    }

    /// - Parameter path: with its query, if it has one.
    func allowed(at path: String?) -> (bytes: Int, time: TimeAmount) {
        guard !uploads.isEmpty, let path, let larger = uploads.first(where: { path.hasPrefix($0.key) })?.value else { return (bytes, time) }
        return (larger, uploadTime)
    }
}
