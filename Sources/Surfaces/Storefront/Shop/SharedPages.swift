import Database
import Hummingbird
import Orders
import Secrets
import Web

extension Storefront {
    /// A shared page of products: drawn anew when a product changes, comes or goes, and when one of those on it sells out
    /// or comes back; not when only a number behind it moves. It is the same for everybody but for what is in its holes.
    ///
    /// - Parameters:
    ///   - key: everything that the page depends on beside the subjects that `load` names.
    ///   - followsCatalogue: whether a product that comes or goes, or is sorted elsewhere, changes it.
    ///   - load: makes the page, and names the ids whose change must change it; the page says when it is over (`ShopPage.end`).
    func tilePage<Content: ShopPage>(
        _ key: String, followsCatalogue: Bool = true, to request: Request, _ context: SeamContext,
        load: @escaping @Sendable (WebShop, Corner, Snapshot) throws -> (page: Content, row: TileRow, subjects: Set<UInt128>)
    ) async throws -> Response {
        try await personal(
            request, context,
            try await pages.page(self.key(key, for: context)) { [self] in
                let shop = try await shop(for: context)
                let corner = try sharedCorner(in: shop.tongue)
                let mark = shelves.mark()
                let (page, row, subjects) = try await database.read { try load(shop, corner, $0) }
                let stale = shelves.watch(row.stock, since: mark)
                if !stale.isEmpty { pages.invalidate(stale.map(PageSubject.presence)) }
                let shown = row.subjects.union(subjects).union(followsCatalogue ? [PageSubject.catalogue] : [])
                return RenderedPage(try templates.render(page), showing: shown, until: page.end)
            })
    }

    /// The page with the shopper's own number in its corner.
    private func personal(_ request: Request, _ context: SeamContext, _ page: KeptPage) async throws -> Response {
        let visit = Visit(request, context)
        guard visit.cart != nil || visit.account != nil else { return page.response(to: request) }
        let count = try await database.read { [self] snapshot in try self.count(visit, in: snapshot) }
        guard count > 0 else { return page.response(to: request) }
        return page.response(to: request, filling: [Corner.cart: ByteBuffer(string: try cornerHTML(count, in: visit.tongue))])
    }

    /// The corner of a page that is the shopper's own.
    func ownCorner(_ count: Int, in tongue: Tongue) throws -> Corner {
        .own(try cornerHTML(count, in: tongue))
    }

    func ownCorner(of visit: Visit, in snapshot: Snapshot) throws -> Corner {
        try ownCorner(try count(visit, in: snapshot), in: visit.tongue)
    }

    /// How many units lie in the cart of whoever asks.
    private func count(_ visit: Visit, in snapshot: Snapshot) throws -> Int {
        guard visit.cart != nil || visit.account != nil, let channel = keeper.latest?.channel else { return 0 }
        return try visit.cartKey(on: channel, at: world.now, in: snapshot).map { try Cart.count($0, in: snapshot) } ?? 0
    }

    /// The frame of a page that shows nothing else from the database.
    func ownFrame(_ visit: Visit) async throws -> Frame {
        let shop = try await keeper.shop(in: visit.tongue.language)
        guard visit.cart != nil || visit.account != nil else { return shop.frame(cart: try ownCorner(0, in: visit.tongue)) }
        return try await database.read { [self] in shop.frame(cart: try ownCorner(of: visit, in: $0)) }
    }

    private func sharedCorner(in tongue: Tongue) throws -> Corner {
        .shared(PersonalHole(Corner.cart, standard: try cornerHTML(0, in: tongue)))
    }

    private func cornerHTML(_ count: Int, in tongue: Tongue) throws -> String {
        String(buffer: try templates.render(CartCorner(count: count, tongue: tongue)))
    }
}
