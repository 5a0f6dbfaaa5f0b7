import Staff
import Web

/// Makes this browser a till: a manager signs in, finds the shop, and says which till it is.
struct RegisterPage: Page {
    struct Shop: Shown {
        let id: String
        let code: String
        let name: String
        let town: String
        static let answers: Answers = ["id": \.id, "code": \.code, "name": \.name, "town": \.town]
    }

    struct Known: Shown {
        let id: String
        let name: String
        static let answers: Answers = ["id": \.id, "name": \.name]
    }

    /// The shop that was chosen, and the tills that it has.
    struct Chosen: Shown {
        let shop: Shop
        let tills: [Known]
        static let answers: Answers = ["shop": \.shop, "tills": \.tills, "hasTills": { !$0.tills.isEmpty }]
    }

    enum Step: Sendable {
        case manager
        case shops([Shop], search: String)
        case till(Chosen)
    }

    var step = Step.manager
    var typed = Fields()
    var notices = FieldNotices()

    private var found: (shops: [Shop], search: String)? {
        if case .shops(let shops, let search) = step { (shops, search) } else { nil }
    }

    static let answers: Answers = [
        "typed": \.typed, "notices": \.notices,
        "isManager": { if case .manager = $0.step { true } else { false } },
        "isShops": { $0.found != nil }, "shops": { $0.found?.shops ?? [] }, "search": { $0.found?.search ?? "" },
        "isNone": { $0.found?.shops.isEmpty ?? false },
        "chosen": { if case .till(let chosen) = $0.step { chosen } else { nil } },
    ]
}
