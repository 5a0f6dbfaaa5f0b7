import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to do.
public struct SecurityHeaders: Sendable {
    private let plain: [HTTPField]
    private let secure: [HTTPField]
    private let policy: HTTPField
    /// For what a document loads; HTTP carries them in front of each of its twenty files.
    private let short: [HTTPField]
    private let shortSecure: [HTTPField]
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
        let always = HTTPField(name: .strictTransportSecurity, value: "max-age=63072000")
        secure = plain + [always]
        short = plain.filter { $0.name == .xContentTypeOptions || $0.name == .resourcePolicy }
        shortSecure = short + [always]
    }

    /// Adds what the answer does not say itself: a stricter policy, or how long it may be kept.
    func add(to response: inout Response, context: SeamContext) {
        var fields = response.headers
        response.headers = HTTPFields()
        fields.reserveCapacity(fields.count + 10)
        let saysPolicy = fields.contains(.contentSecurityPolicy)
        let saysCaching = fields.contains(.cacheControl)
        let isPart = Self.isPartOfDocument(fields[.contentType])
        if !saysPolicy, !isPart { fields.append(policy) }
        if !saysCaching { fields.append(privately) }
        if isPart {
            fields.append(contentsOf: context.isSecure ? shortSecure : short)
        } else {
            fields.append(contentsOf: context.isSecure ? secure : plain)
        }
        fields.append(HTTPField(name: .requestID, value: context.requestID))
        response.headers = fields
    }

    /// Sheets, modules, fonts and pictures made of pixels: a policy is for what can show itself or run by itself, which an SVG
    /// can and these cannot.
    private static func isPartOfDocument(_ type: String?) -> Bool {
        guard let type else { return false }
        return type.hasPrefix("text/css") || type.hasPrefix("text/javascript") || type.hasPrefix("font/")
            || type.hasPrefix("image/") && !type.hasPrefix("image/svg")
    }
}
