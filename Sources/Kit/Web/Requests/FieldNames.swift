import HTTPTypes

extension HTTPField.Name {
    static let forwarded = constant("Forwarded")
    static let forwardedFor = constant("X-Forwarded-For")
    static let forwardedProto = constant("X-Forwarded-Proto")
    static let forwardedHost = constant("X-Forwarded-Host")
    static let requestID = constant("X-Request-Id")
    static let lastEventID = constant("Last-Event-ID")
    /// Tells nginx not to hold events back.
    static let accelBuffering = constant("X-Accel-Buffering")
    static let fetchSite = constant("Sec-Fetch-Site")
    static let openerPolicy = constant("Cross-Origin-Opener-Policy")
    static let resourcePolicy = constant("Cross-Origin-Resource-Policy")
    static let referrerPolicy = constant("Referrer-Policy")
    static let permissionsPolicy = constant("Permissions-Policy")

    /// A name that is known to be a token (RFC 9110, 5.1).
    private static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no name of a header field") }
        return name
    }
}
