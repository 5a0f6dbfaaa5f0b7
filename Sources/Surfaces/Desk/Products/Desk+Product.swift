import Catalog
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showNewProduct(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        return try templates.response(try await database.read { try ProductPage(visit, nil, in: $0) })
    }

    func showProduct(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let from = try visit.query.integerIfAny("from", in: 0...ProductLimits.variants) ?? 0
        let page = try await database.read { try ProductPage(visit, ProductDetail.find(id, on: nil, in: $0), from: from, in: $0) }
        return try templates.response(page)
    }

    func acceptNewProduct(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            let typed = try ProductForm(form)
            let product = try await database.write { transaction in
                let lists = try PriceList.all(in: transaction)
                let draft = try typed.draft(over: ProductDraft(title: "", variants: []), lists: lists, language: visit.language)
                let rows = VariantRows(fields: form, options: draft.options, lists: lists, language: visit.language)
                return try rows.naming(draft) { try createProduct(draft, by: visit.actor, in: transaction, world: world) }
            }
            return "/desk/products/\(product.id)?said=created"
        } orShow: { notices in
            try await database.read { try ProductPage(visit, nil, typed: form, notices: notices, in: $0) }
        }
    }

    /// Saves what was typed over the version that was seen. When somebody else was first, the page shows both, and what
    /// was typed stays in the form.
    func acceptProduct(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: Product.self)
        let from = try form.integerIfAny("from", in: 0...ProductLimits.variants) ?? 0
        return try await answer {
            let typed = try ProductForm(form)
            let changed = try await database.write { try save(typed, as: id, visit, in: $0) }
            return "/desk/products/\(id)?said=\(changed ? "saved" : "unchanged")" + (from == 0 ? "" : "&from=\(from)")
        } orShow: { notices in
            try await database.read { snapshot in
                let detail = try ProductDetail.find(id, on: nil, in: snapshot)
                var page = try ProductPage(visit, detail, from: from, typed: form, notices: notices, in: snapshot)
                if form.typed("version") != String(detail.product.version) {
                    page.differences = try ProductDifferences.between(form, and: detail)
                }
                return page
            }
        }
    }

    func acceptProductArchival(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let seen = try await Int64(visit.form().integer("version"))
        try await database.write { try archiveProduct(id, seen: seen, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/products/\(id)?said=archived")
    }

    /// Brings an archived product back as a draft: only staff see it until somebody makes it active.
    func acceptProductRevival(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let seen = try await Int64(visit.form().integer("version"))
        try await database.write { transaction in
            var draft = try ProductDetail.find(id, on: nil, in: transaction).draft
            if draft.status == .archived { draft.status = .draft }
            try updateProduct(id, to: draft, seen: seen, by: visit.actor, in: transaction, world: world)
        }
        return .seeOther("/desk/products/\(id)?said=revived")
    }

    /// - Returns: whether anything was different.
    private func save(_ form: ProductForm, as id: Product.ID, _ visit: Visit, in transaction: Transaction) throws -> Bool {
        let kept = try ProductDetail.find(id, on: nil, in: transaction)
        guard kept.product.version == form.seen else { throw CatalogRefusal.stale(seen: form.seen, now: kept.product.version) }
        let lists = try PriceList.all(in: transaction)
        let before = try Price.of(kept.variants.map(\.id), in: transaction)
        let draft = try form.draft(over: kept.draft, lists: lists, language: visit.language)
        let rows = VariantRows(fields: form.fields, options: draft.options, lists: lists, language: visit.language)
        let after = try rows.naming(draft) {
            try updateProduct(id, to: draft, seen: form.seen, by: visit.actor, in: transaction, world: world)
        }
        let taken = rows.withoutPrice(among: kept.draft.variants).filter { before[$0.variant]?[$0.list] != nil }
        for (variant, list) in taken { try setPrice(nil, of: variant, on: list, by: visit.actor, in: transaction, world: world) }
        let isRepriced = draft.variants.contains { variant in
            variant.prices.contains { list, price in variant.id.flatMap { before[$0]?[list] } != price }
        }
        return after.version != kept.product.version || !taken.isEmpty || isRepriced
    }
}
