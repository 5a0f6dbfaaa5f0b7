import Essentials
import Hummingbird
import Secrets
import Staff
import Web

/// The first visit: who owns this shop.
struct SetUpPage: Page {
    var form = Form()

    static let answers: Answers = ["f": \.form, "notices": \.form.notices]
}

extension Desk {
    func showSetUp(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard try await !database.read({ try StaffMember.isShopFounded(in: $0) }) else { return .seeOther("/desk/sign-in") }
        return try templates.response(SetUpPage(), in: language(of: request))
    }

    /// Founds the shop for whoever knows the code that the server printed, and signs its owner in; refused ever after.
    func acceptSetUp(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form()
        do {
            let email = try form.text("email", upTo: 254)
            let name = try form.text("name", upTo: 120)
            let password = try form.secret("password")
            guard password == form.typed("again") else { throw DeskRefusal.passwordsDiffer }
            let code = try form.text("code", upTo: 40)
            // Looked at first: a password's hash costs too much to be made for whoever guesses.
            try await database.read { snapshot in
                guard try !StaffMember.isShopFounded(in: snapshot) else { throw StaffRefusal.alreadyFounded }
                guard try FoundingCode.matches(code, in: snapshot) else { throw StaffRefusal.wrongFoundingCode }
            }
            let draft = StaffDraft(name: name, email: email, password: try await hasher.hash(password: password, world: world))
            let world = world
            try await database.write { _ = try foundShop(draft, code: code, in: $0, world: world) }
            return try await begin(
                signIn(name: email, password: password, on: database, hasher: hasher, world: world), goingTo: "/desk", context)
        } catch let refusal as any Refusal {
            let page = SetUpPage(form: Form(typed: form, notices: FieldNotices(refusal)))
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }
}
