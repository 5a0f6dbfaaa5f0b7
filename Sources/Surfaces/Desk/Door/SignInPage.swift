import Web

/// The form that opens a session.
struct SignInPage: Page {
    var form = Form()
    var hasSignedOut = false

    static let answers: Answers = ["f": \.form, "notices": \.form.notices, "hasSignedOut": \.hasSignedOut]
}
