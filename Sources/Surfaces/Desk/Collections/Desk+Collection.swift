import Catalog
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showNewCollection(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        return try templates.response(try await database.read { try CollectionPage(visit, nil, in: $0) })
    }

    func showCollection(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Collection.self)
        return try templates.response(try await database.read { try CollectionPage(visit, id, in: $0) })
    }

    func acceptNewCollection(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let upload = try await visit.upload(nil)
        let form = upload.fields
        return try await answer {
            let draft = try await draft(upload, visit)
            let collection = try await database.write { try createCollection(draft, by: visit.actor, in: $0, world: world) }
            return "/desk/collections/\(collection.id)?said=created"
        } orShow: { notices in
            try await database.read { try CollectionPage(visit, nil, typed: form, notices: notices, in: $0) }
        }
    }

    func acceptCollection(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let upload = try await visit.upload(nil)
        let form = upload.fields
        let id = try visit.id(of: Collection.self)
        return try await answer {
            let draft = try await draft(upload, visit)
            let seen = try Int64(form.integer("version"))
            let after = try await database.write {
                try updateCollection(id, to: draft, seen: seen, by: visit.actor, in: $0, world: world)
            }
            return "/desk/collections/\(id)?said=\(after.version == seen ? "unchanged" : "saved")"
        } orShow: { notices in
            try await database.read { snapshot in
                var page = try CollectionPage(visit, id, typed: form, notices: notices, in: snapshot)
                if let kept = page.collection, form.typed("version") != String(kept.version) {
                    page.differences = Difference.between(form, and: CollectionForm.values(kept), in: CollectionForm.names)
                }
                return page
            }
        }
    }

    /// What was typed; a picture that was handed in takes the place of the address.
    private func draft(_ upload: Upload, _ visit: Visit) async throws -> CollectionDraft {
        var draft = try CollectionForm.draft(upload.fields)
        guard let file = upload.files.first(where: { $0.field == "picture" }) else { return draft }
        draft.image = MediaDraft(url: try await keep(file, visit), alt: try upload.fields.textIfAny("alt", upTo: 1_000) ?? "")
        return draft
    }

    func acceptCollectionArchival(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Collection.self)
        let seen = try await Int64(visit.form().integer("version"))
        try await database.write { try archiveCollection(id, seen: seen, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/collections/\(id)?said=archived")
    }

    /// Puts the product with this SKU, or this handle, at the end.
    func acceptCollectionProduct(_ visit: Visit) async throws -> Response {
        try await changeByHand(visit) { form, id, transaction in
            let word = try form.text("product", upTo: 255)
            let product = try Variant.find(sku: word, in: transaction)?.product ?? Product.find(handle: word, in: transaction)?.id
            guard let product else { throw RefusedField(CatalogRefusal.unknownProduct, field: "product") }
            try addToCollection(id, [product], by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptCollectionRemoval(_ visit: Visit) async throws -> Response {
        try await changeByHand(visit) { form, id, transaction in
            try removeFromCollection(id, [form.id("product")], by: visit.actor, in: transaction, world: world)
        }
    }

    /// Moves a product to a place, counted from 1.
    func acceptCollectionPlace(_ visit: Visit) async throws -> Response {
        try await changeByHand(visit) { form, id, transaction in
            let product = try form.id("product", of: Product.self)
            let place = try form.integer("place", in: 1...1_000_000)
            var order = try Collection.products(of: id, in: transaction).filter { $0 != product }
            order.insert(product, at: min(place - 1, order.count))
            try arrangeCollection(id, order, by: visit.actor, in: transaction, world: world)
        }
    }

    private func changeByHand(
        _ visit: Visit, _ work: @escaping @Sendable (Fields, Collection.ID, Transaction) throws -> Void
    ) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: Collection.self)
        return try await answer {
            try await database.write { try work(form, id, $0) }
            return "/desk/collections/\(id)?said=saved"
        } orShow: { notices in
            var page = try await database.read { try CollectionPage(visit, id, in: $0) }
            page.hand = Form(typed: form, notices: notices)
            return page
        }
    }
}
