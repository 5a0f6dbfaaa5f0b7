import HTTPTypes
import Hummingbird

/// A cookie that holds a secret which no script may read and no other site can make a browser send.
///
/// Over TLS its name begins with `__Host-`, so that no other host and no plain-text answer can set it (RFC 6265bis, 4.1.3.2).
public struct SecretCookie: Sendable {
    let name: String
    let lifetime: Duration?

    /// - Parameters:
    ///   - name: a token of HTTP: letters, digits, `-`, `_`.
    ///   - lifetime: `nil` lasts until the browser is closed.
    public init(_ name: String, lifetime: Duration? = nil) {
        precondition(Self.isToken(name), "“\(name)” cannot name a cookie")
        self.name = name
        self.lifetime = lifetime
    }

    /// What the browser sent, which may be anything.
    public func value(in request: Request, context: SeamContext) -> String? {
        request.cookie(name(context))
    }

    /// Gives the browser a secret: the text form of a token, never anything that a person typed.
    public func set(_ secret: String, on response: inout Response, context: SeamContext) {
        precondition(Self.isToken(secret), "a cookie holds a token's text form")
        append(secret, lifetime, to: &response, context)
    }

    /// Makes the browser forget it.
    public func clear(on response: inout Response, context: SeamContext) {
        append("", .zero, to: &response, context)
    }

    private func name(_ context: SeamContext) -> String {
        context.isSecure ? "__Host-" + name : name
    }

    private func append(_ value: String, _ lifetime: Duration?, to response: inout Response, _ context: SeamContext) {
        var text = "\(name(context))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let lifetime { text += "; Max-Age=\(lifetime.components.seconds)" }
        if context.isSecure { text += "; Secure" }
        response.headers.append(HTTPField(name: .setCookie, value: text))
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: true
                default: false
                }
            }
    }
}
