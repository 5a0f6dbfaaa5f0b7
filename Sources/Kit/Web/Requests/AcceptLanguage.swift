import Hummingbird

extension LanguageChoice {
    /// Answers the switch on a surface's pages: keeps what somebody chose, and leads back to the page that they were on.
    /// - Parameters:
    ///   - home: where the surface begins; nobody is led out of it.
    ///   - keep: keeps it with whoever is signed in. When it says that nobody is, it is kept with the browser.
    public static func accept(
        _ request: Request, _ context: SeamContext, within home: String, among offered: [String],
        keep: (String) async throws -> Bool
    ) async throws -> Response {
        let language = try await request.form(upTo: 1_024).typed(field)
        let page = request.pageBefore(context).flatMap { $0.hasPrefix(home) ? $0 : nil } ?? home
        guard offered.contains(language), try await !keep(language) else { return .seeOther(page) }
        var response = Response.seeOther(address(page, saying: language))
        self.keep(language, on: &response, context)
        return response
    }
}
