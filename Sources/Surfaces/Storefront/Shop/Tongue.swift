import Essentials
import HTTPTypes
import Hummingbird
import Web

/// The language that somebody reads the shop in, and where its addresses begin.
struct Tongue: Sendable, Hashable {
    /// BCP 47
    var language = Texts.source
    /// `/fi`; nothing for the shop's own language.
    var home = ""
}

/// A page of the shop, in the language of its frame.
protocol ShopPage: Page {
    var frame: Frame { get }
    /// When it says something else without any change, because it speaks of today; `nil` for never.
    var end: Instant? { get }
}

extension ShopPage {
    var end: Instant? { nil }
    var language: String { frame.language }
    var home: String { frame.home }
}

/// A piece that a script puts into a page.
protocol ShopPiece: Page {
    var tongue: Tongue { get }
}

extension ShopPiece {
    var language: String { tongue.language }
    var home: String { tongue.home }
}

/// Pages at their plain addresses: in the shop's own language. Somebody who chose another one, or whose browser prefers it,
/// is led to the same page in it.
struct OwnTongue: RouterMiddleware {
    typealias Context = SeamContext

    let storefront: Storefront

    func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = try await storefront.keeper.language()
        let asks = request.method == .get || request.method == .head
        if asks, let other = storefront.otherTongue(for: request, than: context.language) {
            return Response(
                status: .found,
                headers: [.location: Response.localPath("/" + other + request.uri.string), .vary: "Accept-Language, Cookie"])
        }
        context[Tongue.self] = Tongue(language: context.language)
        return try await next(request, context)
    }
}

/// Pages below `/fi`: in that language, as is wherever they lead on to.
struct OtherTongue: RouterMiddleware {
    typealias Context = SeamContext

    let storefront: Storefront
    let language: String

    func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        let home = "/" + language
        let own = try await storefront.keeper.language()
        let texts = storefront.templates.texts
        guard texts.nearest(to: own) != language else {
            // The shop's own language has one address.
            return .seeOther(Response.localPath("/" + request.uri.string.dropFirst(home.utf8.count).drop { $0 == "/" }))
        }
        var context = context
        context.language = language
        context[Tongue.self] = Tongue(language: language, home: home)
        var response = try await next(request, context)
        if let path = response.headers[.location], path.hasPrefix("/"), path != home, !path.hasPrefix(home + "/") {
            response.headers[.location] = home + path
        }
        return response
    }
}

extension Storefront {
    /// The languages that have addresses of their own, whichever the shop's own is.
    var languages: [String] { templates.texts.languages }

    /// What a request to a plain address would rather be read in; `nil` when the shop's own language is right.
    func otherTongue(for request: Request, than own: String) -> String? {
        let accepted = request.headers[.acceptLanguage]
        let cookie = request.headers[.cookie]
        guard accepted != nil || cookie != nil else { return nil }
        let texts = templates.texts
        let home = texts.nearest(to: own)
        let offered = [home] + texts.languages.filter { $0 != home }
        let chosen = LanguageChoice.chosen(in: request, among: offered) ?? LanguageChoice.best(of: offered, accepting: accepted)
        return chosen == home ? nil : chosen
    }

    /// The language of a request wherever it went: by its address, else what a plain address would lead to.
    func language(of request: Request) -> String {
        let first = request.uri.path.split(separator: "/").first.map(String.init) ?? ""
        if languages.contains(first) { return first }
        let own = keeper.latest?.channel.language ?? Texts.source
        return otherTongue(for: request, than: own) ?? own
    }

    /// `POST /language`: keeps what somebody chose, and goes on to the page that they were on, in it.
    @Sendable func chooseLanguage(_ request: Request, _ context: SeamContext) async throws -> Response {
        let language = try await request.form(upTo: 1_024).typed("language")
        guard languages.contains(language) else { return .seeOther("/") }
        var path = request.pageBefore(context) ?? "/"
        if let home = languages.first(where: { path == "/" + $0 || path.hasPrefix("/" + $0 + "/") }) {
            path = "/" + path.dropFirst(home.utf8.count + 1).drop { $0 == "/" }
        }
        let own = templates.texts.nearest(to: try await keeper.language())
        var response = Response.seeOther(language == own ? path : "/" + language + path)
        LanguageChoice.keep(language, on: &response, context)
        return response
    }
}
