import Essentials
import Web

/// What is in the basket, what it costs now, and what stands in the way of buying it.
struct CartPage: ShopPage {
    let frame: Frame
    let lines: [CartLine]
    /// `nil` while a line stands in the way.
    let total: String?
    /// When it is there, and where all of it can be had at once; `nil` where nothing is promised, and while a line stands in
    /// the way.
    var promise: DeliveryPromise?
    var visit: StoreVisit?
    /// What was taken out a moment ago.
    var removed: RemovedLine?
    var notices = FieldNotices()

    var isReady: Bool { !lines.isEmpty && lines.allSatisfy { !$0.isObstacle } }

    static let answers: Answers = [
        "frame": \.frame, "lines": \.lines, "isEmpty": { $0.lines.isEmpty }, "total": \.total, "isReady": \.isReady,
        "promise": { $0.isReady ? $0.promise : nil }, "visit": { $0.isReady ? $0.visit : nil },
        "removed": \.removed, "notices": \.notices,
    ]
}

struct CartLine: Shown {
    let variant: String
    let path: String
    let title: String
    let options: String
    let picture: Picture
    let quantity: Int64
    /// What the shopper typed when it was refused; otherwise the quantity.
    var typed: String
    /// Of one unit; `nil` when it is not sold here any more.
    let price: PriceTag?
    let lineTotal: String?
    /// How many can be had, when that is less than is wanted.
    var left: Int64?
    /// How many of them ship later, with a delivery that is to come.
    let later: Int64?
    /// Why what was typed cannot be.
    var notice: Sentence?

    var isObstacle: Bool { price == nil || left != nil }

    static let answers: Answers = [
        "variant": \.variant, "path": \.path, "title": \.title, "options": \.options, "hasOptions": { !$0.options.isEmpty },
        "picture": \.picture, "quantity": \.quantity, "typed": \.typed, "price": \.price, "isMany": { $0.quantity > 1 },
        "lineTotal": \.lineTotal,
        "isGone": { $0.price == nil }, "isSoldOut": { $0.left == 0 }, "left": { $0.left == 0 ? nil : $0.left }, "notice": \.notice,
        "later": \.later,
    ]
}

/// A line that was taken out, and what it takes to put it back.
struct RemovedLine: Shown {
    let variant: String
    let title: String
    let quantity: Int64

    static let answers: Answers = ["variant": \.variant, "title": \.title, "quantity": \.quantity]
}
