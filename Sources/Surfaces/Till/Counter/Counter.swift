import Channels
import Essentials
import Hummingbird
import Orders
import Places
import Secrets
import Staff
import Web

/// Who stands at which till, in which shop, selling on which channel.
struct Counter: Sendable {
    let device: Device
    let session: StaffSession
    let location: Location
    let channel: Channel
    /// What the retailer is called: the name of their shop on the web.
    let retailer: String?

    var actor: Actor { session.actor.through(channel.id.bits) }

    /// What is noted with a sale that `staff` made here.
    func context(for staff: StaffMember.ID) -> SaleContext {
        SaleContext(channel: channel.id, location: location.id, staff: staff, device: device.id, source: "till", currency: channel.currency)
    }
}

extension Till {
    /// The till that this browser is.
    func device(of request: Request, _ context: SeamContext) async throws -> (device: Device, token: SecretToken)? {
        guard let token = Self.deviceCookie.value(in: request, context: context).flatMap({ SecretToken($0) }) else { return nil }
        return try await database.read { try Device.find(token, in: $0) }.map { ($0, token) }
    }

    func sessionToken(of request: Request, _ context: SeamContext) -> SecretToken? {
        Self.sessionCookie.value(in: request, context: context).flatMap { SecretToken($0) }
    }

    /// Who asks, from where.
    /// - Throws: `TillRefusal.notRegistered`, `signedOut`, `noShop`, `noChannel`.
    func counter(of request: Request, _ context: SeamContext) async throws -> Counter {
        guard let deviceToken = Self.deviceCookie.value(in: request, context: context).flatMap({ SecretToken($0) }) else {
            throw TillRefusal.notRegistered
        }
        let (sessionToken, now) = (sessionToken(of: request, context), world.now)
        let (device, session, location) = try await database.read { snapshot in
            guard let device = try Device.find(deviceToken, in: snapshot) else { throw TillRefusal.notRegistered }
            let session = try sessionToken.flatMap { try StaffSession.find($0, at: now, in: snapshot) }
            guard let session, session.device == device.id else { throw TillRefusal.signedOut }
            guard let location = try Location.find(Location.ID(bits: device.location), in: snapshot) else { throw TillRefusal.noShop }
            return (device, session, location)
        }
        let directory = try await channels.directory()
        let channel = directory.channels.first { $0.kind == .till && $0.sells(from: location.id) }
        guard let channel else { throw TillRefusal.noChannel }
        try session.actor.require(.associate, at: location.id.bits)
        if session.isDueToBeSeen(at: now) {
            let world = world
            try await database.write { try seeSession(session.id, in: $0, world: world) }
        }
        return Counter(device: device, session: session, location: location, channel: channel, retailer: directory.webShop?.name)
    }

    /// The same for a page: who may not see it is shown the way.
    func atCounter(
        _ request: Request, _ context: SeamContext, _ show: (Counter) async throws -> Response
    ) async throws -> Response {
        do {
            var response = try await show(counter(of: request, context))
            response.headers[.cacheControl] = "no-store"
            return response
        } catch TillRefusal.notRegistered {
            return .seeOther("/till/register")
        } catch TillRefusal.signedOut {
            return .seeOther("/till/sign-in")
        }
    }
}
