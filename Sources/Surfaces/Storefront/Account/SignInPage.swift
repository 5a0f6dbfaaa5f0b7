import Web

/// The way into an account, or to a new one.
struct SignInPage: ShopPage {
    let frame: Frame
    /// Where to go on afterwards.
    let next: String
    /// The form that was refused, if any was.
    var form = Form.signIn
    var typed = Fields()
    var notices = FieldNotices()

    enum Form: Sendable {
        case signIn, register
    }

    private var signIn: AccountForm {
        AccountForm(typed: form == .signIn ? typed : Fields(), notices: form == .signIn ? notices : FieldNotices())
    }
    private var register: AccountForm {
        AccountForm(typed: form == .register ? typed : Fields(), notices: form == .register ? notices : FieldNotices())
    }

    static let answers: Answers = ["frame": \.frame, "next": \.next, "signIn": \.signIn, "register": \.register]
}

/// One of the two forms of the page, with what was typed into it and what was refused.
struct AccountForm: Shown {
    let typed: Fields
    let notices: FieldNotices

    static let answers: Answers = ["typed": \.typed, "notices": \.notices]
}
