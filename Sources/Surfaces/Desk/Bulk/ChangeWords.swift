import Catalog
import Essentials
import Foundation
import Web

/// A change of many products, for a template to say in words.
struct ChangeWords: Shown {
    let kind: String
    let value: String
    let strikes: Bool

    init(_ change: BulkChange, lists: [PriceList], language: String) {
        func money(_ units: Int64, _ list: PriceList.ID) -> String {
            let currency = lists.first { $0.id == list }?.currency
            return currency.map { Money(minorUnits: units, currency: $0).formatted(in: language) } ?? String(units)
        }
        switch change {
        case .status(let status): (kind, value, strikes) = (status.rawValue, "", false)
        case .vendor(let vendor): (kind, value, strikes) = (vendor.isEmpty ? "noVendor" : "vendor", vendor, false)
        case .type(let type): (kind, value, strikes) = (type.isEmpty ? "noType" : "type", type, false)
        case .addTag(let tag): (kind, value, strikes) = ("addTag", tag, false)
        case .removeTag(let tag): (kind, value, strikes) = ("removeTag", tag, false)
        case .price(.percent(let hundredths, let strikes), _):
            let style = FloatingPointFormatStyle<Double>.Percent(locale: Locale(identifier: language))
                .precision(.fractionLength(0...2)).sign(strategy: .always())
            let percent = (Double(hundredths) / 10_000).formatted(style).replacing("-", with: "−")
            (kind, value, self.strikes) = ("percent", percent, strikes)
        case .price(.amount(let units, let strikes), let list):
            (kind, value, self.strikes) = ("amount", (units > 0 ? "+" : "") + money(units, list).replacing("-", with: "−"), strikes)
        case .price(.set(let units, let strikes), let list): (kind, value, self.strikes) = ("set", money(units, list), strikes)
        case .price(.endReduction, _): (kind, value, strikes) = ("endReduction", "", false)
        }
    }

    static let answers: Answers = ["kind": { Chosen($0.kind) }, "value": \.value, "strikes": \.strikes]
}
