import Web

/// Where somebody without an account finds an order again, by its number and the e-mail that it was placed with.
struct FindOrderPage: ShopPage {
    let frame: Frame
    var typed = Fields()
    var notices = FieldNotices()

    static let answers: Answers = ["frame": \.frame, "typed": \.typed, "notices": \.notices]
}
