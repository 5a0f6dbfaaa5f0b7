import Catalog
import Database
import Essentials
import Web

/// What shall be done with many products, as a form says it: `action`, `value`, `list`, `strikes`.
struct BulkForm: Sendable {
    /// The words by which forms name the changes.
    enum Action: String {
        case active, draft, archived, vendor, type, addTag, removeTag, percent, amount, set, endReduction
    }

    let action: Action
    let value: String
    let list: PriceList.ID?
    let strikes: Bool

    init(_ form: Fields) throws {
        action = try form.choice("action")
        value = try form.textIfAny("value", upTo: 255) ?? ""
        list = try form.idIfAny("list", of: PriceList.self)
        strikes = form.has("strikes")
    }

    /// The same form again, for the page that asks whether it shall be done.
    var fields: [(name: String, value: String)] {
        [("action", action.rawValue), ("value", value), ("list", list?.description ?? "")] + (strikes ? [("strikes", "1")] : [])
    }

    /// - Throws: `FormRefusal`, `DeskRefusal` for a value that the change cannot use.
    func change(language: String, in reading: some Reading) throws -> BulkChange {
        if [.percent, .amount, .set, .endReduction].contains(action) {
            let lists = try PriceList.all(in: reading).map(\.id)
            guard let list, lists.contains(list) else { throw DeskRefusal.noPriceList(field: "list") }
        }
        return switch action {
        case .active: .status(.active)
        case .draft: .status(.draft)
        case .archived: .status(.archived)
        case .vendor: .vendor(value)
        case .type: .type(value)
        case .addTag: .addTag(try word)
        case .removeTag: .removeTag(try word)
        case .percent: .price(.percent(try hundredths(language), strikes: strikes), on: try price.list)
        case .amount: .price(.amount(try units(language, in: reading), strikes: strikes), on: try price.list)
        case .set: .price(.set(try units(language, in: reading), strikes: strikes), on: try price.list)
        case .endReduction: .price(.endReduction, on: try price.list)
        }
    }

    private var word: String {
        get throws {
            guard !value.isEmpty else { throw FormRefusal.missing(field: "value") }
            guard !value.contains(",") else { throw CatalogRefusal.tagWithComma(value) }
            return value
        }
    }

    private var price: (list: PriceList.ID, value: String) {
        get throws {
            guard let list else { throw DeskRefusal.noPriceList(field: "list") }
            return (list, value)
        }
    }

    /// Per cent with up to two decimals: `-12.5`.
    private func hundredths(_ language: String) throws -> Int {
        let text = value.replacing("−", with: "-").replacing(",", with: ".").filter { $0 != "%" && !$0.isWhitespace }
        guard let number = Double(text), number.isFinite, (-100...1_000).contains(number) else {
            throw DeskRefusal.notAPercentage(field: "value")
        }
        return Int((number * 100).rounded())
    }

    private func units(_ language: String, in reading: some Reading) throws -> Int64 {
        let currency = try PriceList.find(price.list, in: reading).currency
        let text = value.replacing("−", with: "-")
        guard let money = Money(parsing: text, currency: currency) ?? Money(typed: text, in: language, currency: currency) else {
            throw DeskRefusal.notAnAmount(field: "value")
        }
        return money.minorUnits
    }
}
