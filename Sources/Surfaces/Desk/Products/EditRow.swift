import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    /// Changes a product where it stands in the list: title, vendor, status, and the price of its only variant.
    func acceptRow(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let form = try await visit.form()
        let back = form.typed("back").hasPrefix("/desk/products") ? form.typed("back") : "/desk/products"
        return try await answer {
            let row = try EditedRow(form)
            let seen = try Int64(form.integer("version"))
            try await database.write { transaction in
                try updateProduct(
                    id, to: row.draft(of: id, language: visit.language, in: transaction), seen: seen, by: visit.actor, in: transaction,
                    world: world)
            }
            return back + "#" + id.description
        } orShow: { notices in
            let query = back.split(separator: "?", maxSplits: 1).dropFirst().first.map { $0 + "&" } ?? ""
            let fields = try Fields(decoding: (query + "edit=\(id)").utf8)
            return try await database.read { try ProductsPage(visit, query: fields, typed: form, notices: notices, in: $0) }
        }
    }
}

/// What was typed into a row.
private struct EditedRow: Sendable {
    let title: String
    let vendor: String
    let status: Product.Status
    /// `nil` where the row has no price to be changed.
    let price: String?

    init(_ form: Fields) throws {
        title = try form.text("title", upTo: 1_000)
        vendor = try form.textIfAny("vendor", upTo: 255) ?? ""
        status = try form.choice("status")
        price = try form.textIfAny("price", upTo: 40)
    }

    func draft(of id: Product.ID, language: String, in transaction: Transaction) throws -> ProductDraft {
        let list = try PriceList.leading(in: transaction)
        let detail = try ProductDetail.find(id, on: list?.id, in: transaction)
        var draft = detail.draft
        (draft.title, draft.vendor, draft.status) = (title, vendor, status)
        guard let price, let list, draft.variants.count == 1, let variant = detail.variants.first else { return draft }
        guard let amount = Money(parsing: price, currency: list.currency) ?? Money(typed: price, in: language, currency: list.currency)
        else {
            throw DeskRefusal.notAnAmount(field: "price")
        }
        draft.variants[0].prices[list.id] = Price(amount, compareAt: detail.prices[variant.id]?.compareAt)
        return draft
    }
}
