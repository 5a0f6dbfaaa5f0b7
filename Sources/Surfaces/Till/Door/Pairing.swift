import Database
import Essentials
import Foundation
import Hummingbird
import Places
import Secrets
import Staff
import Web

/// A browser that asks to be a till: the code that it shows until a manager has typed it somewhere.
struct PairingPage: Page {
    let code: String
    /// Seconds until the code is worth nothing.
    let lasts: Int

    static let answers: Answers = ["code": \.code, "lasts": \.lasts, "minutes": { ($0.lasts + 59) / 60 }]
}

/// A manager has taken a device in.
struct PairedPage: Page {
    let till: String
    let shop: String

    static let answers: Answers = ["till": \.till, "shop": \.shop]
}

extension Till {
    /// What this browser keeps while it waits to be taken in.
    static let pairingCookie = SecretCookie("till-pairing", lifetime: DevicePairing.lasts)

    /// Gives this browser a code to show.
    func askForPairing(_ request: Request, _ context: SeamContext) async throws -> Response {
        let world = world
        let pairing = try await database.write { try beginPairing(in: $0, world: world) }
        let seconds = Int((pairing.expiresAt - world.now).microseconds / 1_000_000)
        var response = try templates.response(PairingPage(code: pairing.code, lasts: seconds), in: language(of: request))
        Self.pairingCookie.set(pairing.token.text, on: &response, context: context)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Where a browser looks whether it has been taken in: it is a till then, and goes on to the sign-in.
    func showPairing(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let token = Self.pairingCookie.value(in: request, context: context).flatMap({ SecretToken($0) }) else {
            return .seeOther("/till/register")
        }
        let device = try await database.read { try Device.find(token, in: $0) }
        // The page's module asks every few seconds, and must not be sent on before it is time.
        guard device != nil else { return Response(status: .noContent, headers: [.cacheControl: "no-store"]) }
        var response = Response.seeOther("/till/sign-in")
        Self.deviceCookie.set(token.text, on: &response, context: context)
        Self.pairingCookie.clear(on: &response, context: context)
        return response
    }

    /// A manager has typed the code that another device shows. Then the manager is out.
    func pair(_ form: Fields, by manager: StaffSession, _ token: SecretToken, _ context: SeamContext) async throws -> Response {
        let (actor, world) = (manager.actor, world)
        let (code, name) = (try form.text("code", upTo: 40), try form.text("name", upTo: 60))
        guard let location = Location.ID(form.typed("location")) else { throw TillRefusal.noShop }
        let (device, shop) = try await database.write { transaction in
            guard let shop = try Location.find(location, in: transaction), !shop.isArchived else { throw TillRefusal.noShop }
            let device = try pairDevice(code: code, name: name, at: location.bits, by: actor, in: transaction, world: world)
            try signOut(token, in: transaction, world: world)
            return (device, shop)
        }
        var response = try templates.response(PairedPage(till: device.name, shop: shop.name), in: manager.language)
        Self.sessionCookie.clear(on: &response, context: context)
        return response
    }
}
