import Essentials
import HTTPTypes
import Hummingbird

/// Refuses changes that another site asks a browser to make, without a token in any page, so that pages can be shared.
///
/// The algorithm is that of Go's `CrossOriginProtection` (Valsorda, 2025): methods that change nothing pass; where the
/// browser says `Sec-Fetch-Site`, only `same-origin` and `none` (typed by hand, a bookmark) pass; an older browser's
/// `Origin` must name the host that was asked. A request with neither header comes from no browser of this decade,
/// and carries no cookie that somebody else could have made it carry: `SameSite=Lax` stands behind this check.
public enum CrossSiteCheck {
    public static func verify(_ request: Request, context: SeamContext) throws {
        switch request.method {
        case .get, .head, .options: return
        default: break
        }
        if let site = request.headers[.fetchSite] {
            guard site == "same-origin" || site == "none" else { throw CrossSiteRefusal() }
            return
        }
        guard let origin = request.headers[.origin] else { return }
        guard let host = Self.host(of: origin), host == context.host.lowercased() else { throw CrossSiteRefusal() }
    }

    /// Host and port of an origin (RFC 6454, 6.2), lower-case; `nil` for the opaque origin `null`.
    private static func host(of origin: String) -> String? {
        for scheme in ["https://", "http://"] where origin.hasPrefix(scheme) {
            return origin.dropFirst(scheme.count).lowercased()
        }
        return nil
    }
}

/// Another site asked for a change.
public struct CrossSiteRefusal: Refusal {
    public let code = "http.cross_site"
    public let sentence: Sentence = "This was sent from another site, so it was not done. Go back, reload the page and try again."
    public let kind = RefusalKind.forbidden
}
