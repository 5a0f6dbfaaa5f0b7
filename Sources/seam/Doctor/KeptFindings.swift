import Foundation
import Inventory
import Orders

extension SalesDifference {
    var finding: String {
        let time = kept.begins.date.formatted(.iso8601)
        return "sums: for the quarter of an hour from \(time) on, \(kept.channel) has kept \(kept.words), and the orders say \(sold.words)."
    }
}

extension SalesQuarter {
    fileprivate var words: String { "\(orders == 1 ? "1 order" : "\(orders) orders") of \(total.plain) \(total.currency.code)" }
}

extension BuyerWordsDifference {
    var finding: String {
        due == 0
            ? "sums: order #\(number) is found by \(words), and nobody who bought it is known."
            : "sums: order #\(number) is found by \(words), not by the \(due) of whoever bought it."
    }

    private var words: String { kept == 1 ? "1 word" : "\(kept) words" }
}

extension LowStockDifference {
    var finding: String {
        let said = listed.map { "is listed as low with \($0) free" } ?? "is not listed as low"
        return "sums: \(variant) \(said), " + (free.map { "the ledger has \($0) free." } ?? "the ledger has enough.")
    }
}
