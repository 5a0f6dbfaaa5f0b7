import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to do.
public struct SecurityHeaders: Sendable {
    private let plain: [HTTPField]
    private let secure: [HTTPField]
    private let policy: HTTPField
    private let privately = HTTPField(name: .cacheControl, value: "private, no-cache")

    /// - Parameter imageSources: where pictures may come from beside this site: `https://cdn.example`, or `https:` for anywhere.
    public init(imageSources: [String] = []) {
        let images = (["'self'", "data:"] + imageSources).joined(separator: " ")
        policy = HTTPField(
            name: .contentSecurityPolicy,
            value: """
                default-src 'self'; img-src \(images); object-src 'none'; base-uri 'none'; form-action 'self'; \
                frame-ancestors 'none'
                """)
        plain = [
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            // Other sites learn nothing, not even from `/order/{secret}`; our own forms keep their Origin.
            HTTPField(name: .referrerPolicy, value: "same-origin"),
            HTTPField(name: .openerPolicy, value: "same-origin"),
            HTTPField(name: .resourcePolicy, value: "same-origin"),
            HTTPField(name: .permissionsPolicy, value: "camera=(self), geolocation=(self), microphone=(), payment=(self)"),
        ]
        // Two years; no word about subdomains, which may be somebody else's.
        secure = plain + [HTTPField(name: .strictTransportSecurity, value: "max-age=63072000")]
    }

    /// Adds what the answer does not say itself: a stricter policy, or how long it may be kept.
    func add(to response: inout Response, context: SeamContext) {
        var fields = response.headers
        response.headers = HTTPFields()
        fields.reserveCapacity(fields.count + 10)
        let saysPolicy = fields.contains(.contentSecurityPolicy)
        let saysCaching = fields.contains(.cacheControl)
        if !saysPolicy { fields.append(policy) }
        if !saysCaching { fields.append(privately) }
        fields.append(contentsOf: context.isSecure ? secure : plain)
        fields.append(HTTPField(name: .requestID, value: context.requestID))
        response.headers = fields
    }
}
