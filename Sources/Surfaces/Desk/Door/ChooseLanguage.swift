import Hummingbird
import Secrets
import Staff
import Web

extension Desk {
    /// The switch on every page: what somebody chooses is kept with them when they are signed in, and with the browser
    /// otherwise.
    func acceptLanguage(_ request: Request, _ context: SeamContext) async throws -> Response {
        let language = try await request.form(upTo: 1_024).typed(LanguageChoice.field)
        let page = request.pageBefore(context).flatMap { $0.hasPrefix("/desk") ? $0 : nil } ?? "/desk"
        guard templates.texts.languages.contains(language) else { return .seeOther(page) }
        if let token = Self.cookie.value(in: request, context: context).flatMap({ SecretToken($0) }) {
            let now = world.now
            if let session = try await database.read({ try StaffSession.find(token, at: now, in: $0) }) {
                try await keep(language, for: session)
                return .seeOther(page)
            }
        }
        var response = Response.seeOther(LanguageChoice.address(page, saying: language))
        LanguageChoice.keep(language, on: &response, context)
        return response
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
