import HTTPTypes
import Web

/// Why a page cannot be shown, for people.
struct ProblemPage: ShopPage {
    let frame: Frame
    let problem: Problem

    static let answers: Answers = [
        "frame": \.frame, "message": { $0.problem.message }, "number": { $0.problem.requestID },
        "isNotFound": { $0.problem.status == .notFound }, "isFault": { $0.problem.status.code >= 500 },
        "isRefusal": { $0.problem.status != .notFound && $0.problem.status.code < 500 },
    ]
}

extension Storefront {
    /// How the shop shows what went wrong: for `WebServerOptions.errorPages`, at `/`.
    public var errorPage: ErrorPage {
        ErrorPage(templates, language: { [self] request, _ in language(of: request) }) { [self] problem, context in
            let shop = keeper.latest?.read(in: context.language)
            let corner = try ownCorner(0, in: shop?.tongue ?? Tongue(language: context.language))
            // The shop as it was last known: an error page asks the database for nothing.
            let frame = shop?.frame(cart: corner) ?? Frame(shop: "", language: context.language, menu: [], cart: corner)
            return try templates.render(ProblemPage(frame: frame, problem: problem))
        }
    }
}
