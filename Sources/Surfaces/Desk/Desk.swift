import Database
import Essentials
import Hummingbird
import Orders
import Pictures
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
    let press = PicturePress()
    let imports: FileImports
    let wardrobe: Wardrobe

    /// The session of the person at this browser.
    static let cookie = SecretCookie("desk", lifetime: .hours(14))

    /// - Parameters:
    ///   - hasher: the one of the whole program.
    ///   - provider: gives money back when an order is cancelled.
    ///   - templates: those of the folder `Templates/desk`.
    ///   - wardrobe: the themes that the web shop's preview knows.
    public init(
        database: any Database, world: World, hasher: PasswordHasher, provider: PaymentProvider, templates: Templates,
        wardrobe: Wardrobe = Wardrobe()
    ) {
        self.database = database
        self.world = world
        self.hasher = hasher
        self.provider = provider
        self.templates = templates
        self.wardrobe = wardrobe
        imports = FileImports(database: database, world: world)
        attempts = RateLimiter(burst: 20, every: .seconds(6), clock: world.clock)
    }

    /// Where files are handed in, and how many bytes a request may bring there: for `WebServerOptions.uploads`.
    public static let uploads = [
        "/desk/pictures": 64 << 20, "/desk/fronts": 64 << 20, "/desk/stories": 64 << 20, "/desk/collections": 64 << 20,
        "/desk/imports": 512 << 20,
    ]

    /// How problems below `/desk` are shown: for the server's `ErrorPages`.
    public var errorPage: ErrorPage {
        ErrorPage(templates, language: { request, _ in LanguageChoice.made(in: request, among: templates.texts) }) {
            [templates] problem, context in
            try templates.render(ProblemPage(problem, in: context.language))
        }
    }

    /// The language of somebody who is not signed in: chosen in this browser, or preferred by it.
    func language(of request: Request) -> String {
        LanguageChoice.made(in: request, among: templates.texts)
    }
}
