import Catalog
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    /// Puts the product of this page into a collection that is filled by hand, by the collection's handle.
    func acceptMembership(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: Product.self)
        return try await answer {
            let handle = try form.text("collection", upTo: 255)
            try await database.write { transaction in
                guard let collection = try CollectionDetail.find(handle: handle, in: transaction)?.collection else {
                    throw RefusedField(CatalogRefusal.unknownCollection, field: "collection")
                }
                try addToCollection(collection.id, [id], by: visit.actor, in: transaction, world: world)
            }
            return "/desk/products/\(id)?said=saved"
        } orShow: { notices in
            var page = try await database.read { try ProductPage(visit, ProductDetail.find(id, on: nil, in: $0), in: $0) }
            page.membership = Form(typed: form, notices: notices)
            return page
        }
    }
}
