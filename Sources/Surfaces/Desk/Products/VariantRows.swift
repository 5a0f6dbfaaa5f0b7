import Catalog
import Essentials
import Foundation
import Web

/// The variants of a product in its form, one a row; the row's name is the variant's place in the product.
struct VariantRows {
    let fields: Fields
    let options: [String]
    let lists: [PriceList]
    let language: String

    /// Which rows were sent: the places of variants, and behind them those that are new.
    private var places: [Int] {
        fields.names.compactMap { name in
            let parts = name.split(separator: ".")
            return parts.count == 3 && parts[0] == "variants" && parts[2] == "row" ? Int(parts[1]) : nil
        }
        .filter { (0...ProductLimits.variants).contains($0) }.sorted()
    }

    /// What is kept, with the rows that were sent in place of what they show. A row that is ticked away is left out; an
    /// empty new row is none.
    func applied(to kept: [VariantDraft]) throws -> [VariantDraft] {
        var variants: [VariantDraft?] = kept
        for place in places {
            let prefix = "variants.\(place)."
            let id = try fields.idIfAny(prefix + "id", of: Variant.self)
            let index = id.flatMap { id in kept.firstIndex { $0.id == id } }
            if fields.has(prefix + "remove") {
                if let index { variants[index] = nil }
            } else if let index {
                variants[index] = try variant(prefix, over: kept[index])
            } else if id == nil, !isEmpty(prefix) || kept.isEmpty {
                variants.append(try variant(prefix, over: VariantDraft()))
            }
        }
        return variants.compactMap(\.self)
    }

    private func isEmpty(_ prefix: String) -> Bool {
        ["option1", "option2", "option3", "sku", "barcode", "grams"].allSatisfy { fields.typed(prefix + $0).isEmpty }
    }

    private func variant(_ prefix: String, over kept: VariantDraft) throws -> VariantDraft {
        var variant = kept
        variant.options = try options.indices.map { try fields.textIfAny(prefix + "option\($0 + 1)", upTo: 255) ?? "" }
        variant.sku = try fields.textIfAny(prefix + "sku", upTo: 255)
        variant.barcode = try fields.textIfAny(prefix + "barcode", upTo: 40)
        variant.grams = try fields.integerIfAny(prefix + "grams", in: 0...1_000_000_000).map(Int64.init)
        variant.image = try fields.textIfAny(prefix + "image", upTo: 2_048)
        variant.isTaxable = fields.has(prefix + "taxable")
        variant.requiresShipping = fields.has(prefix + "shipping")
        variant.isTracked = fields.has(prefix + "tracked")
        variant.whenSoldOut = fields.has(prefix + "backorder") ? .backorder : .deny
        for list in lists {
            if let price = try price(prefix, on: list) { variant.prices[list.id] = price }
        }
        return variant
    }

    private func price(_ prefix: String, on list: PriceList) throws -> Price? {
        guard let amount = try money("\(prefix)price.\(list.id)", list.currency) else { return nil }
        return Price(amount, compareAt: try money("\(prefix)compare.\(list.id)", list.currency))
    }

    private func money(_ name: String, _ currency: Currency) throws -> Money? {
        guard let text = try fields.textIfAny(name, upTo: 40) else { return nil }
        guard let money = Money(parsing: text, currency: currency) ?? Money(typed: text, in: language, currency: currency) else {
            throw DeskRefusal.notAnAmount(field: name)
        }
        return money
    }

    /// Prices that a row was sent without: the variant is taken off those lists.
    func withoutPrice(among kept: [VariantDraft]) -> [(variant: Variant.ID, list: PriceList.ID)] {
        let ids = Set(kept.compactMap(\.id))
        return places.flatMap { place -> [(variant: Variant.ID, list: PriceList.ID)] in
            let prefix = "variants.\(place)."
            guard let id = Variant.ID(fields.typed(prefix + "id")), ids.contains(id), !fields.has(prefix + "remove") else { return [] }
            return lists.filter { fields.typed("\(prefix)price.\($0.id)").trimmingCharacters(in: .whitespaces).isEmpty }
                .map { (variant: id, list: $0.id) }
        }
    }

    /// Does `work` with the draft; a refusal about one of its variants is one about the row that shows it.
    func naming<T>(_ draft: ProductDraft, _ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let refusal as VariantRefusal {
            throw RefusedField(refusal, field: field(of: refusal, in: draft))
        }
    }

    private func field(of refusal: VariantRefusal, in draft: ProductDraft) -> String? {
        guard draft.variants.indices.contains(refusal.index) else { return nil }
        let variant = draft.variants[refusal.index]
        let row = places.first { place in
            let id = Variant.ID(fields.typed("variants.\(place).id"))
            return id == variant.id && (id != nil || fields.typed("variants.\(place).sku") == variant.sku ?? "")
        }
        return row.map { "variants.\($0)." + Self.input(refusal.reason.field, first: lists.first) }
    }

    /// Where the page shows what the slice says about a field of a variant.
    private static func input(_ field: String?, first list: PriceList?) -> String {
        switch field {
        case "options": "option1"
        case "price": list.map { "price.\($0.id)" } ?? "sku"
        case "url": "image"
        default: field ?? "sku"
        }
    }
}
