import Hummingbird
import Staff
import Web

extension Till {
    /// The switch on every page: what somebody chooses is kept with them while they are signed in at this till, and with
    /// the browser otherwise.
    func acceptLanguage(_ request: Request, _ context: SeamContext) async throws -> Response {
        let now = world.now
        return try await LanguageChoice.accept(request, context, within: "/till", among: templates.texts.languages) { language in
            guard let token = sessionToken(of: request, context),
                let session = try await database.read({ try StaffSession.find(token, at: now, in: $0) }), session.device != nil
            else { return false }
            try await keep(language, for: session)
            return true
        }
    }

    /// Whoever chose a language at the door takes it in with them.
    func takeLanguage(_ form: Fields, into session: StaffSession) async throws {
        let language = form.typed(LanguageChoice.field)
        if templates.texts.languages.contains(language) { try await keep(language, for: session) }
    }

    private func keep(_ language: String, for session: StaffSession) async throws {
        let world = world
        try await database.write { try chooseLanguage(language, in: session, $0, world: world) }
    }
}
