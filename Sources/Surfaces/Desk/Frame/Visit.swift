import Essentials
import Hummingbird
import Staff
import Web

/// One request of somebody who is signed in.
struct Visit: Sendable {
    let request: Request
    let context: SeamContext
    let session: StaffSession
    let query: Fields
    /// When it arrived.
    let now: Instant

    var actor: Actor { session.actor }
    var language: String { session.language }

    init(_ request: Request, _ context: SeamContext, at now: Instant) throws {
        guard let session = context[StaffSession.self] else { throw DeskRefusal.signedOut }
        self.request = request
        self.context = context
        self.session = session
        self.now = now
        query = try request.query()
    }

    func form() async throws -> Fields { try await request.form() }

    /// The id that stands in the path.
    /// - Throws: `DeskRefusal.nothingThere` when it is no id of that noun.
    func id<Noun: Identified>(_ name: String = "id", of _: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        guard let id = context.parameter(name).flatMap({ Identifier<Noun>($0) }) else { throw DeskRefusal.nothingThere }
        return id
    }

    /// The whole number that stands in the path.
    func number(_ name: String) throws -> Int64 {
        guard let number = context.parameter(name).flatMap({ Int64($0) }) else { throw DeskRefusal.nothingThere }
        return number
    }

    func frame(_ room: Frame.Room) -> Frame { Frame(session, in: room, said: query.typed("said")) }
}
