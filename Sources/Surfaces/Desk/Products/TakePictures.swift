import Catalog
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    /// Takes pictures for a product: each is made in the sizes that pages show, kept, and put behind those that it has.
    func acceptPictures(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let upload = try await visit.upload(nil)
        let id = try upload.fields.id("product", of: Product.self)
        return try await answer {
            let seen = try Int64(upload.fields.integer("version"))
            let alt = try upload.fields.textIfAny("alt", upTo: 1_000) ?? ""
            let files = upload.files.filter { $0.field == "picture" }
            guard !files.isEmpty else { throw FormRefusal.missing(field: "picture") }
            var addresses: [String] = []
            for file in files { addresses.append(try await keep(file, visit)) }
            let kept = addresses
            try await database.write { transaction in
                var draft = try ProductDetail.find(id, on: nil, in: transaction).draft
                for address in kept where !draft.media.contains(where: { $0.url == address }) {
                    draft.media.append(MediaDraft(url: address, alt: alt))
                }
                try updateProduct(id, to: draft, seen: seen, by: visit.actor, in: transaction, world: world)
            }
            return "/desk/products/\(id)?said=saved#pictures"
        } orShow: { notices in
            var page = try await database.read { try ProductPage(visit, ProductDetail.find(id, on: nil, in: $0), in: $0) }
            page.pictures = Form(typed: upload.fields, notices: notices)
            return page
        }
    }
}
