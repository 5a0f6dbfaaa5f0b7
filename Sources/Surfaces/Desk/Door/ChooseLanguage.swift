import Hummingbird
import Secrets
import Staff
import Web

extension Desk {
    /// The switch on every page: what somebody chooses is kept with them when they are signed in, and with the browser
    /// otherwise.
    func acceptLanguage(_ request: Request, _ context: SeamContext) async throws -> Response {
        let now = world.now
        return try await LanguageChoice.accept(request, context, within: "/desk", among: templates.texts.languages) { language in
            guard let token = Self.cookie.value(in: request, context: context).flatMap({ SecretToken($0) }),
                let session = try await database.read({ try StaffSession.find(token, at: now, in: $0) })
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
