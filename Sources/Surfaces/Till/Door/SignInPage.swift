import Staff
import Web

/// Who is at the till: the people who may sell there, and a PIN.
struct SignInPage: Page {
    struct Person: Shown {
        let id: String
        let name: String
        let isChosen: Bool
        static let answers: Answers = ["id": \.id, "name": \.name, "isChosen": \.isChosen]
    }

    let shop: String
    let till: String
    let people: [Person]
    var typed = Fields()
    var notices = FieldNotices()
    /// Whether the way by e-mail and password stands open.
    var isByPassword = false

    /// Whether only the PIN is missing.
    private var hasChosen: Bool { people.contains(where: \.isChosen) }

    static let answers: Answers = [
        "hasChosen": \.hasChosen, "shop": \.shop, "till": \.till, "people": \.people, "hasPeople": { !$0.people.isEmpty }, "typed": \.typed,
        "notices": \.notices,
        "isByPassword": { $0.isByPassword || $0.people.isEmpty },
    ]
}
