import Essentials
import Foundation
import Hummingbird
import Staff
import Web

/// One request of somebody who is signed in.
struct Visit: Sendable {
    let session: StaffSession
    /// How times are told to whoever is here.
    let clock: ShopClock
    let query: Fields
    /// When it arrived.
    let now: Instant
    /// A part of the path, by its name in the route.
    let parameter: @Sendable (String) -> String?
    /// The fields of a form that was sent.
    let form: @Sendable () async throws -> Fields
    /// The fields and files of a form that brings files; into a folder, or into memory without one.
    let upload: @Sendable (URL?) async throws -> Upload

    var actor: Actor { session.actor }
    var language: String { session.language }

    /// The id that stands in the path.
    /// - Throws: `DeskRefusal.nothingThere` when it is no id of that noun.
    func id<Noun: Identified>(_ name: String = "id", of _: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        guard let id = parameter(name).flatMap({ Identifier<Noun>($0) }) else { throw DeskRefusal.nothingThere }
        return id
    }

    func frame(_ room: Frame.Room) -> Frame { Frame(session, clock: clock, in: room, said: query.typed("said")) }
}

extension Visit {
    init(_ request: Request, _ context: SeamContext, at now: Instant) throws {
        guard let session = context[StaffSession.self], let clock = context[ShopClock.self] else { throw DeskRefusal.signedOut }
        self.init(
            session: session, clock: clock, query: try request.query(), now: now, parameter: { context.parameter($0) },
            form: { try await request.form() }, upload: { try await request.upload(into: $0) })
    }
}
