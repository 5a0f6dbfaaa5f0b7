import Database
import Essentials
import Feed
import Hummingbird
import Secrets
import Web

/// The shop assistant's point of sale, under `/till`.
///
/// The pages only open the door: registering this browser as a till, and signing in with a PIN. The sale itself is held
/// by an ES module in the browser, which makes its ids, journals each command and sends completed sales until they are
/// booked.
public struct Till: Sendable {
    let database: any Database
    let world: World
    let hasher: PasswordHasher
    let templates: Templates
    /// What its modules say.
    let scripts: Texts
    let channels: ChannelKeeper
    let attempts: RateLimiter

    /// The session of the person at this till.
    static let sessionCookie = SecretCookie("till", lifetime: .hours(14))
    /// Says which till this browser is. Browsers keep no cookie longer; each sign-in renews it.
    static let deviceCookie = SecretCookie("till-device", lifetime: .days(400))

    /// - Parameters:
    ///   - tail: tells when a channel is other than it was.
    ///   - templates: those of the folder `Templates/till`.
    ///   - hasher: the one of the whole program.
    ///   - scripts: what the modules say: `Texts/till-script`.
    public init(
        database: any Database, world: World, tail: FeedTail, templates: Templates, scripts: Texts = Texts(), hasher: PasswordHasher
    ) {
        self.database = database
        self.world = world
        self.hasher = hasher
        self.templates = templates
        self.scripts = scripts
        let channels = ChannelKeeper(database)
        self.channels = channels
        // A shop has many tills behind one address.
        attempts = RateLimiter(burst: 30, every: .seconds(2), clock: world.clock)
        tail.observeAtOnce { channels.hear($0) }
    }

    /// How problems below `/till` are shown: for the server's `ErrorPages`.
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
