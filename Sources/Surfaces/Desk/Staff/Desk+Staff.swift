import Database
import Essentials
import Hummingbird
import Places
import Secrets
import Staff
import Web

extension Desk {
    func showPeople(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try PeoplePage(visit, in: $0) })
    }

    func showNewPerson(_ visit: Visit) async throws -> Response {
        try visit.actor.requireSomewhere(.manager)
        return try templates.response(try await database.read { try NewPersonPage(visit, in: $0) })
    }

    func showPerson(_ visit: Visit) async throws -> Response {
        try templates.response(try await person(visit))
    }

    func acceptNewPerson(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            var draft = StaffDraft(
                name: try form.text("name", upTo: 120), email: try form.text("email", upTo: 254),
                language: try form.text("language", upTo: 35))
            let (role, code) = (try form.choice("role", as: Role.self), try form.textIfAny("location", upTo: 40))
            if !form.typed("password").isEmpty { draft.password = try await hasher.hash(password: form.secret("password"), world: world) }
            if !form.typed("pin").isEmpty { draft.pin = try await hasher.hash(pin: form.secret("pin"), world: world) }
            let complete = draft
            let member = try await database.write { transaction in
                var hired = complete
                hired.grants = [Grant(role: role, location: try Self.place(code, in: transaction)?.bits)]
                return try createStaffMember(hired, by: visit.actor, in: transaction, world: world)
            }
            return "/desk/staff/\(member.id)?said=created"
        } orShow: { notices in
            NewPersonPage(frame: visit.frame(.staff), form: Form(typed: form, notices: notices))
        }
    }

    func acceptPerson(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "saved", \.profile) { form, id, transaction in
            _ = try changeStaffProfile(
                id, name: form.text("name", upTo: 120), email: form.text("email", upTo: 254), language: form.text("language", upTo: 35),
                by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptRole(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "granted", \.role) { form, id, transaction in
            let place = try Self.place(form.textIfAny("location", upTo: 40), in: transaction)
            try grantRole(form.choice("role"), to: id, at: place?.bits, by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptRoleRevocation(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "revoked", \.role) { form, id, transaction in
            let place = try form.idIfAny("place", of: Location.self)
            try revokeRole(of: id, at: place?.bits, by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptPersonArchival(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "archived", \.profile) { _, id, transaction in
            try archiveStaffMember(id, by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptPersonRevival(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "revived", \.profile) { _, id, transaction in
            try restoreStaffMember(id, by: visit.actor, in: transaction, world: world)
        }
    }

    /// One's own password, with the present one as the proof; somebody else's, by whoever stands above them.
    func acceptPassword(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: StaffMember.self)
        return try await answer {
            if id == visit.session.staff {
                try await changePassword(
                    from: form.secret("current"), to: form.secret("password"), in: visit.session, on: database, hasher: hasher, world: world
                )
            } else {
                let hash = try await hasher.hash(password: form.secret("password"), world: world)
                try await database.write { try setPassword(of: id, to: hash, by: visit.actor, in: $0, world: world) }
            }
            return "/desk/staff/\(id)?said=saved"
        } orShow: { notices in
            var page = try await person(visit)
            page.password = Form(notices: notices)
            return page
        }
    }

    /// Sets the digits for the till's keypad; none takes them away.
    func acceptPIN(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: StaffMember.self)
        return try await answer {
            let hash = form.typed("pin").isEmpty ? nil : try await hasher.hash(pin: form.secret("pin"), world: world)
            try await database.write { try setPIN(of: id, to: hash, by: visit.actor, in: $0, world: world) }
            return "/desk/staff/\(id)?said=saved"
        } orShow: { notices in
            var page = try await person(visit)
            page.pin = Form(notices: notices)
            return page
        }
    }

    private func person(_ visit: Visit) async throws -> PersonPage {
        let id = try visit.id(of: StaffMember.self)
        return try await database.read { try PersonPage(visit, id, in: $0) }
    }

    private func change(
        _ visit: Visit, said: String, _ part: any WritableKeyPath<PersonPage, Form> & Sendable,
        _ work: @escaping @Sendable (Fields, StaffMember.ID, Transaction) throws -> Void
    ) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: StaffMember.self)
        return try await answer {
            try await database.write { try work(form, id, $0) }
            return "/desk/staff/\(id)?said=\(said)"
        } orShow: { notices in
            var page = try await person(visit)
            page[keyPath: part] = Form(typed: form, notices: notices)
            return page
        }
    }

    /// The location of the retailer's own number; nothing typed is no location.
    /// - Throws: `DeskRefusal.noSuchLocation`.
    static func place(_ code: String?, field: String = "location", in snapshot: some Reading) throws -> Location.ID? {
        guard let code else { return nil }
        guard let location = try Location.find(code: code, in: snapshot) else {
            throw DeskRefusal.noSuchLocation(code, field: field)
        }
        return location.id
    }
}
