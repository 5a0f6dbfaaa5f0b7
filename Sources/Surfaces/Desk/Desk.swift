import Database
import Essentials
import Hummingbird
import Orders
import Secrets
import Staff
import Web

/// The back office, under `/desk`: rendered on the server, and right without JavaScript.
///
/// Every page but sign-in and set-up needs a session; what somebody may do is decided by the verbs, the pages only hide
/// what they would refuse.
public struct Desk: Sendable {
    let database: any Database
    let world: World
    let hasher: PasswordHasher
    let provider: PaymentProvider
    let templates: Templates
    let attempts: RateLimiter

    /// The session of the person at this browser.
    static let cookie = SecretCookie("desk", lifetime: .hours(14))

    /// - Parameters:
    ///   - hasher: the one of the whole program.
    ///   - provider: gives money back when an order is cancelled.
    ///   - templates: those of the folder `Templates/desk`.
    public init(database: any Database, world: World, hasher: PasswordHasher, provider: PaymentProvider, templates: Templates) {
        self.database = database
        self.world = world
        self.hasher = hasher
        self.provider = provider
        self.templates = templates
        attempts = RateLimiter(burst: 20, every: .seconds(6), clock: world.clock)
    }

    /// How problems below `/desk` are shown: for the server's `ErrorPages`.
    public var errorPage: ErrorPage {
        { [templates] problem, _ in try templates.render(ProblemPage(problem)) }
    }
}
