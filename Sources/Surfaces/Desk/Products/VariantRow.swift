import Catalog
import Essentials
import Web

/// One variant in a product's form.
struct VariantRow: Shown {
    let place: Int
    let id: String?
    let title: String
    let form: Form
    let options: [OptionField]
    let prices: [PriceField]

    struct OptionField: Shown {
        let name: String
        let field: FormField
        static let answers: Answers = ["option": \.name, "field": \.field]
    }

    struct PriceField: Shown {
        let list: String
        let currency: String
        let amount: FormField
        let compareAt: FormField
        static let answers: Answers = ["list": \.list, "currency": \.currency, "amount": \.amount, "compareAt": \.compareAt]
    }

    init(at place: Int, id: Variant.ID?, title: String, form: Form, options: [String], lists: [PriceList]) {
        self.place = place
        self.id = id?.description
        self.title = title
        self.form = form
        self.options = options.enumerated().map { OptionField(name: $1, field: form.field("option\($0 + 1)")) }
        prices = lists.map {
            PriceField(
                list: $0.name, currency: $0.currency.code, amount: form.field("price.\($0.id)"), compareAt: form.field("compare.\($0.id)"))
        }
    }

    /// What is kept, as the row shows it.
    static func values(_ variant: VariantDraft, prices: [PriceList.ID: Price]) -> [String: String] {
        var values = [
            "id": variant.id?.description ?? "", "sku": variant.sku ?? "", "barcode": variant.barcode ?? "",
            "grams": variant.grams.map { String($0) } ?? "", "image": variant.image ?? "", "taxable": variant.isTaxable ? "1" : "",
            "shipping": variant.requiresShipping ? "1" : "", "tracked": variant.isTracked ? "1" : "",
            "backorder": variant.whenSoldOut == .backorder ? "1" : "",
        ]
        for (index, option) in variant.options.enumerated() { values["option\(index + 1)"] = option }
        for (list, price) in prices {
            values["price.\(list)"] = price.amount.plain
            values["compare.\(list)"] = price.compareAt?.plain ?? ""
        }
        return values
    }

    static let answers: Answers = [
        "place": \.place, "variantID": \.id, "title": \.title, "f": \.form, "options": \.options, "prices": \.prices,
        "isNew": { $0.id == nil }, "number": { $0.place + 1 },
    ]
}
