import Catalog
import Database
import Essentials
import Web

extension CollectionPage {
    /// - Throws: `StorefrontRefusal.noCollection`; `Moved` for a handle that it had before.
    static func load(
        handle: String, _ filter: ProductFilter, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: CollectionPage, row: TileRow, subjects: Set<UInt128>) {
        let detail = try CollectionDetail.find(handle: handle, language: shop.language, in: snapshot)
        guard let detail else { throw StorefrontRefusal.noCollection }
        let collection = detail.collection
        guard collection.handle == handle else { throw Moved(to: filter.address(of: "/collections/" + collection.handle)) }
        let path = "/collections/" + handle
        let title = detail.title.text
        let list = try ListBody.load(collection, filter, path: path, in: shop, snapshot: snapshot)
        let page = CollectionPage(
            frame: frame, title: title, description: MerchantHTML(detail.description.text), trail: shop.trail(to: title), list: list.body,
            titleTongue: shop.marked(detail.title.language), bodyTongue: shop.marked(detail.description.language))
        return (page, list.row, [collection.id.bits])
    }
}

extension SearchPage {
    static func load(
        _ filter: ProductFilter, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: SearchPage, row: TileRow, subjects: Set<UInt128>) {
        let list = try ListBody.load(nil, filter, path: "/search", in: shop, snapshot: snapshot)
        return (SearchPage(frame: frame, list: list.body), list.row, [])
    }
}

extension ListBody {
    static func load(
        _ collection: Collection?, _ filter: ProductFilter, path: String, in shop: WebShop, snapshot: Snapshot
    ) throws -> (body: ListBody, row: TileRow) {
        let query = filter.query(collection)
        let found = try StockedListing.find(query, filter, in: shop, snapshot: snapshot)
        let form = try FilterForm.load(filter, for: query, of: collection, path: path, in: shop, snapshot: snapshot)
        let here = filter.address(of: path)
        let body = ListBody(
            path: path, canonical: here, tiles: found.row.tiles.atTheTop, total: found.total,
            pager: found.total.flatMap { total in
                Pager(page: filter.page, of: total, size: StockedListing.size) { number in
                    var other = filter
                    other.page = number
                    return other.address(of: path)
                }
            },
            more: found.next.map { place in
                var other = filter
                other.from = place
                return other.address(of: path)
            },
            filter: form, clear: Fields.link(path, ["q": filter.words.isEmpty ? nil : filter.words, "sort": filter.sort?.rawValue]))
        return (body, found.row)
    }
}
