import Essentials
import Hummingbird
import Secrets
import Staff
import Web

/// A PIN that somebody types at a till that has locked itself.
private struct SentPIN: Decodable {
    let staff: StaffMember.ID
    let pin: String
}

private struct Unlocked: Encodable {
    /// Names the session that began, for the page; it grants nothing.
    let session: String
}

private struct Locked: Encodable {}

extension Till {
    /// Nobody has touched the till for a while: its session ends, whatever page is open.
    func acceptLock(_ request: Request, _ context: SeamContext) async throws -> Response {
        if let token = sessionToken(of: request, context) {
            let world = world
            try await database.write { try signOut(token, in: $0, world: world) }
        }
        var response = try Response.json(Locked())
        Self.sessionCookie.clear(on: &response, context: context)
        return response
    }

    /// Somebody is back, and goes on on the page that is open.
    func acceptUnlock(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let (_, device) = try await device(of: request, context) else { throw TillRefusal.notRegistered }
        let sent = try await request.sent(SentPIN.self)
        let started = try await signInByPIN(
            sent.staff, pin: sent.pin, till: device, replacing: sessionToken(of: request, context), on: database, hasher: hasher,
            world: world)
        var response = try Response.json(Unlocked(session: started.session.id.description))
        Self.sessionCookie.set(started.token.text, on: &response, context: context)
        Self.deviceCookie.set(device.text, on: &response, context: context)
        return response
    }
}
