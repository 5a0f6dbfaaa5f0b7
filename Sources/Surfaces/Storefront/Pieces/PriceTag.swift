import Catalog
import Essentials
import Web

/// What something costs, as a price tag says it.
struct PriceTag: Shown, Hashable {
    let amount: String
    /// What it cost before, when that is more.
    let before: String?
    /// Its variants differ in price, and this is the least.
    let isFrom: Bool

    static let answers: Answers = ["amount": \.amount, "before": \.before, "isFrom": \.isFrom]

    init(_ price: Price, isFrom: Bool = false, in language: String) {
        amount = price.amount.formatted(in: language)
        before = price.isReduced ? price.compareAt?.formatted(in: language) : nil
        self.isFrom = isFrom
    }
}
