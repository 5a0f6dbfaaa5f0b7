import Catalog
import Database
import Essentials
import Web

extension CollectionPage {
    /// - Throws: `StorefrontRefusal.noCollection`; `Moved` for a handle that it had before.
    static func load(
        handle: String, _ filter: ProductFilter, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: CollectionPage, row: TileRow, subjects: Set<UInt128>) {
        let detail = try CollectionDetail.find(handle: handle, language: shop.channel.language, in: snapshot)
        guard let detail else { throw StorefrontRefusal.noCollection }
        let collection = detail.collection
        guard collection.handle == handle else { throw Moved(to: filter.address(of: "/collections/" + collection.handle)) }
        let path = "/collections/" + handle
        let title = detail.title.text
        let list = try ListBody.load(collection, filter, path: path, in: shop, snapshot: snapshot)
        let page = CollectionPage(
            frame: frame, title: title, description: MerchantHTML(detail.description.text), trail: shop.trail(to: title), list: list.body)
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
        let vendors = try ProductFacet.find(.vendor, for: query, on: shop.channel.priceList, in: snapshot)
        let here = filter.address(of: path)
        let body = ListBody(
            path: path, canonical: here, tiles: found.row.tiles, total: found.total,
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
            filter: FilterForm(filter, vendors: vendors, of: collection))
        return (body, found.row)
    }
}

extension FilterForm {
    /// Vendors that a list names at most; a longer list of names helps nobody, and the search box finds them.
    private static let mostVendors = 60

    init(_ filter: ProductFilter, vendors: [ProductFacet], of collection: Collection?) {
        let chosen = Set(filter.vendors)
        let largest = vendors.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(Self.mostVendors)
        let shown = vendors.filter { facet in chosen.contains(facet.name) || largest.contains { $0.name == facet.name } }
        self.vendors = shown.map { VendorChoice(name: $0.name, count: $0.count, isChosen: chosen.contains($0.name)) }
        lowest = filter.typed.typed("min")
        highest = filter.typed.typed("max")
        isInStock = filter.isInStock
        isNarrow = filter.isNarrow
        isArranged = collection?.sort == .manual
        sort = filter.sort ?? collection?.sort ?? .newest
        notices = filter.notices
    }
}
