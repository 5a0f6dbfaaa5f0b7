import HTTPTypes
import Web

/// Why a page cannot be shown, for people.
struct ProblemPage: Page {
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
        { [self] problem, _ in
            let corner = try ownCorner(0)
            // The shop as it was last known: an error page asks the database for nothing.
            let frame = keeper.latest?.frame(cart: corner) ?? Frame(shop: "", language: "en", menu: [], cart: corner)
            return try templates.render(ProblemPage(frame: frame, problem: problem))
        }
    }
}
