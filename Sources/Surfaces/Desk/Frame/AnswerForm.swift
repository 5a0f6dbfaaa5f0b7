import Essentials
import Hummingbird
import Web

extension Desk {
    /// Does what a form asks, and goes on to the address that it returns; a refusal shows the form again, with what was
    /// typed and each sentence beside its field.
    func answer(
        _ work: () async throws -> String, orShow page: (FieldNotices) async throws -> some Page
    ) async throws -> Response {
        do {
            return .seeOther(try await work())
        } catch let refusal as any Refusal {
            return try templates.response(try await page(FieldNotices(refusal)), status: refusal.kind.status)
        }
    }

    /// A route for somebody who is signed in.
    func room(
        _ show: @escaping @Sendable (Visit) async throws -> Response
    ) -> @Sendable (Request, SeamContext) async throws -> Response {
        { request, context in try await show(Visit(request, context, at: world.now)) }
    }
}
