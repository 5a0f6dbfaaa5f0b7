import Hummingbird

extension Request {
    /// The page of this site that a form was sent from, as a path with its query; `nil` where the browser does not tell.
    public func pageBefore(_ context: SeamContext) -> String? {
        guard let from = headers[.referer], let host = from.firstRange(of: "://" + context.host) else { return nil }
        let path = String(from[host.upperBound...])
        return path.hasPrefix("/") ? path : nil
    }
}
