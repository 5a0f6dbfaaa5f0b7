import Database
import Essentials
import Hummingbird
import Places
import Secrets
import Staff
import Web

extension Till {
    func showSignIn(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let device = try await device(of: request, context)?.device else { return .seeOther("/till/register") }
        return try templates.response(try await signInPage(at: device, typed: request.query()), in: language(of: request))
    }

    /// Somebody chose their name and typed their PIN.
    func acceptPIN(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let (device, token) = try await device(of: request, context) else { return .seeOther("/till/register") }
        let form = try await request.form()
        do {
            guard let staff = StaffMember.ID(form.typed("staff")) else { throw FormRefusal.missing(field: "staff") }
            let started = try await signInByPIN(
                staff, pin: form.secret("pin"), till: token, replacing: sessionToken(of: request, context), on: database, hasher: hasher,
                world: world)
            return try await enter(started, form, with: token, context)
        } catch let refusal as any Refusal {
            let page = try await signInPage(at: device, typed: form, notices: FieldNotices(refusal))
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }

    /// Somebody without a PIN typed their e-mail address and password.
    func acceptPassword(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let (device, token) = try await device(of: request, context) else { return .seeOther("/till/register") }
        let form = try await request.form()
        do {
            let started = try await signIn(
                name: form.text("email", upTo: 254), password: form.secret("password"), device: device.id,
                replacing: sessionToken(of: request, context), on: database, hasher: hasher, world: world)
            return try await enter(started, form, with: token, context)
        } catch let refusal as any Refusal {
            var page = try await signInPage(at: device, typed: form, notices: FieldNotices(refusal))
            page.isByPassword = true
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }

    func acceptSignOut(_ request: Request, _ context: SeamContext) async throws -> Response {
        var seller: StaffMember.ID?
        if let token = sessionToken(of: request, context) {
            let world = world
            seller = try await database.write { transaction in
                let session = try StaffSession.find(token, at: world.now, in: transaction)
                try signOut(token, in: transaction, world: world)
                return session?.staff
            }
        }
        // Who locks the till is most often who opens it again: the name stands chosen, and the PIN is all that is missing.
        var response = Response.seeOther(Fields.link("/till/sign-in", ["staff": seller?.description]))
        Self.sessionCookie.clear(on: &response, context: context)
        return response
    }

    private func enter(
        _ started: StartedSession, _ form: Fields, with device: SecretToken, _ context: SeamContext
    ) async throws -> Response {
        try await takeLanguage(form, into: started.session)
        var response = Response.seeOther("/till")
        Self.sessionCookie.set(started.token.text, on: &response, context: context)
        Self.deviceCookie.set(device.text, on: &response, context: context)
        return response
    }

    private func signInPage(at device: Device, typed: Fields = Fields(), notices: FieldNotices = FieldNotices()) async throws -> SignInPage
    {
        let chosen = typed.typed("staff")
        return try await database.read { snapshot in
            guard let location = try Location.find(Location.ID(bits: device.location), in: snapshot) else { throw TillRefusal.noShop }
            let people = try StaffMember.atTill(of: device.location, in: snapshot).map { member in
                SignInPage.Person(id: member.id.description, name: member.name, isChosen: member.id.description == chosen)
            }
            return SignInPage(shop: location.name, till: device.name, people: people, typed: typed, notices: notices)
        }
    }
}
