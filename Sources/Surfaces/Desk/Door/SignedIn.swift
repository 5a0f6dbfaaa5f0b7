import Database
import Essentials
import Hummingbird
import Secrets
import Staff
import Web

/// Lets those through who have a session, and shows others the way to sign in.
struct SignedIn: RouterMiddleware {
    typealias Context = SeamContext

    let database: any Database
    let world: World

    func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        let now = world.now
        guard let token = Desk.cookie.value(in: request, context: context).flatMap({ SecretToken($0) }),
            let (session, clock) = try await database.read({ snapshot in
                try StaffSession.find(token, at: now, in: snapshot).map { ($0, try ShopClock(for: $0, in: snapshot)) }
            })
        else {
            guard request.method == .get || request.method == .head else { throw DeskRefusal.signedOut }
            return .seeOther(Fields.link("/desk/sign-in", ["to": request.uri.string]))
        }
        if session.isDueToBeSeen(at: now) {
            let world = world
            try await database.write { try seeSession(session.id, in: $0, world: world) }
        }
        var context = context
        context[StaffSession.self] = session
        context[ShopClock.self] = clock
        context.language = session.language
        var response = try await next(request, context)
        // What staff see is in no cache, not even behind the browser's back button after signing out.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
