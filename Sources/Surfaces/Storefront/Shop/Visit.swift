import Hummingbird
import Secrets
import Web

/// What a browser brings along: the secret of its cart, that of its owner's account, and the language of the address.
struct Visit: Sendable {
    static let cartCookie = SecretCookie("cart", lifetime: .seconds(90 * 86_400))
    static let accountCookie = SecretCookie("account", lifetime: .seconds(180 * 86_400))

    let cart: SecretToken?
    let account: SecretToken?
    /// The language that they read in.
    let tongue: Tongue

    init(_ request: Request, _ context: SeamContext) {
        cart = Self.cartCookie.value(in: request, context: context).flatMap { SecretToken($0) }
        tongue = context[Tongue.self] ?? Tongue(language: context.language)
        account = Self.accountCookie.value(in: request, context: context).flatMap { SecretToken($0) }
    }
}
