import Database
import Essentials
import Hummingbird
import Places
import Secrets
import Staff
import Web

extension Till {
    func showRegister(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let manager = try await manager(of: request, context) else {
            return try templates.response(RegisterPage(), in: language(of: request))
        }
        let query = try request.query()
        return try templates.response(RegisterPage(step: try await step(for: manager, query)), in: language(of: request))
    }

    /// A manager proves who they are; their session at a browser that is no till yet only serves to register it.
    func acceptManager(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form()
        do {
            let started = try await signIn(
                name: form.text("email", upTo: 254), password: form.secret("password"), replacing: sessionToken(of: request, context),
                on: database, hasher: hasher, world: world)
            try started.session.actor.requireSomewhere(.manager)
            var response = Response.seeOther("/till/register")
            Self.sessionCookie.set(started.token.text, on: &response, context: context)
            return response
        } catch let refusal as any Refusal {
            let page = RegisterPage(typed: form, notices: FieldNotices(refusal))
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }

    /// Registers a new till of the shop, or gives the token of one that it has to this browser; with a code, takes in the
    /// device that shows it. Then the manager is out.
    func acceptRegister(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form()
        guard let manager = try await manager(of: request, context), let token = sessionToken(of: request, context) else {
            return .seeOther("/till/register")
        }
        do {
            if !form.typed("code").isEmpty { return try await pair(form, by: manager, token, context) }
            let (actor, world) = (manager.actor, world)
            let known = Device.ID(form.typed("till"))
            let name = try known == nil ? form.text("name", upTo: 60) : ""
            guard known != nil || Location.ID(form.typed("location")) != nil else { throw TillRefusal.noShop }
            let location = Location.ID(form.typed("location"))
            let registered = try await database.write { transaction in
                let registered = try Self.register(known, name: name, at: location, by: actor, in: transaction, world: world)
                try signOut(token, in: transaction, world: world)
                return registered
            }
            var response = Response.seeOther("/till/sign-in")
            Self.deviceCookie.set(registered.token.text, on: &response, context: context)
            Self.sessionCookie.clear(on: &response, context: context)
            return response
        } catch let refusal as any Refusal {
            let page = RegisterPage(step: try await step(for: manager, form), typed: form, notices: FieldNotices(refusal))
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }

    private static func register(
        _ known: Device.ID?, name: String, at location: Location.ID?, by actor: Actor, in transaction: Transaction, world: World
    ) throws -> RegisteredDevice {
        if let known { return try renewDeviceToken(known, by: actor, in: transaction, world: world) }
        guard let location = try location.flatMap({ try Location.find($0, in: transaction) }), !location.isArchived else {
            throw TillRefusal.noShop
        }
        return try registerDevice(name: name, at: location.id.bits, by: actor, in: transaction, world: world)
    }

    private func manager(of request: Request, _ context: SeamContext) async throws -> StaffSession? {
        guard let token = sessionToken(of: request, context) else { return nil }
        let now = world.now
        let session = try await database.read { try StaffSession.find(token, at: now, in: $0) }
        return session.flatMap { $0.actor.maySomewhere(.manager) ? $0 : nil }
    }

    private func step(for manager: StaffSession, _ fields: Fields) async throws -> RegisterPage.Step {
        let (search, chosen) = (fields.typed("search"), Location.ID(fields.typed("location")))
        let actor = manager.actor
        return try await database.read { snapshot in
            if let chosen, actor.may(.manager, at: chosen.bits), let location = try Location.find(chosen, in: snapshot) {
                let tills = try Device.all(at: chosen.bits, in: snapshot).map { RegisterPage.Known(id: $0.id.description, name: $0.name) }
                return .till(RegisterPage.Chosen(shop: RegisterPage.Shop(location), tills: tills))
            }
            let shops = try Self.shops(of: actor, search: search, in: snapshot).filter { $0.kind == .store && !$0.isArchived }
            return .shops(shops.prefix(20).map(RegisterPage.Shop.init), search: search)
        }
    }
}

extension Till {
    /// Where somebody may register tills: in the few shops that they manage, or wherever they look.
    private static func shops(of actor: Actor, search: String, in snapshot: Snapshot) throws -> [Location] {
        if actor.may(.manager) { return try Location.page(search: search, limit: 40, in: snapshot) }
        let managed = actor.grants.filter { $0.role >= .manager }.compactMap(\.location).map(Location.ID.init(bits:))
        return try Location.find(managed, in: snapshot).values.sorted { $0.name < $1.name }
    }
}

extension RegisterPage.Shop {
    fileprivate init(_ location: Location) {
        self.init(id: location.id.description, code: location.code, name: location.name, town: location.address.city)
    }
}
