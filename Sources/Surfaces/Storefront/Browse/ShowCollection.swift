import Database
import Hummingbird
import Web

extension Storefront {
    /// `GET /collections/{handle}`, narrowed and sorted by the query. An earlier handle leads on.
    @Sendable func showCollection(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let handle = context.parameter("handle") else { throw StorefrontRefusal.noCollection }
        let filter = try await ProductFilter(request.query(), in: keeper.shop(in: context.language))
        let path = "/collections/" + handle
        do {
            return try await listPage(filter, key: filter.address(of: path), to: request, context) { shop, corner, snapshot in
                try CollectionPage.load(
                    handle: handle, filter, frame: shop.frame(cart: corner, path: path), in: shop, snapshot: snapshot)
            }
        } catch let moved as Moved {
            return .moved(moved.path)
        }
    }

    /// `GET /search` for `q`, narrowed and sorted like a collection.
    @Sendable func showSearch(_ request: Request, _ context: SeamContext) async throws -> Response {
        let query = try request.query()
        let words = try query.textIfAny("q", upTo: 200) ?? ""
        var asked = try await ProductFilter(query, in: keeper.shop(in: context.language))
        asked.words = words
        let filter = asked
        return try await listPage(filter, key: filter.address(of: "/search"), to: request, context) { shop, corner, snapshot in
            try SearchPage.load(filter, frame: shop.frame(cart: corner, query: words), in: shop, snapshot: snapshot)
        }
    }

    /// A list as it was asked for; or, when a field could not be read, with the reason beside that field.
    private func listPage<Content: ShopPage>(
        _ filter: ProductFilter, key: String, to request: Request, _ context: SeamContext,
        load: @escaping @Sendable (WebShop, Corner, Snapshot) throws -> (page: Content, row: TileRow, subjects: Set<UInt128>)
    ) async throws -> Response {
        guard !filter.notices.isEmpty else { return try await tilePage(key, to: request, context, load: load) }
        let shop = try await shop(for: context)
        let visit = Visit(request, context)
        let page = try await database.read { [self] in try load(shop, ownCorner(of: visit, in: $0), $0).page }
        return try templates.response(page, status: .unprocessableContent)
    }
}
