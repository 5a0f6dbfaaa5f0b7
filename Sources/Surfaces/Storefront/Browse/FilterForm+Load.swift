import Catalog
import Database
import Essentials
import Web

extension FilterForm {
    /// Names that one facet shows at most; a longer list of names helps nobody, and the search box finds them.
    private static let mostNames = 60

    static func load(
        _ filter: ProductFilter, for query: ProductQuery, of collection: Catalog.Collection?, path: String, in shop: WebShop,
        snapshot: Snapshot
    ) throws -> FilterForm {
        let list = shop.channel.priceList
        let language = shop.language
        let facets = try shop.lists.facets(for: query, in: language) { query in
            ListFacets(
                vendors: try ProductFacet.find(.vendor, for: query, on: list, in: snapshot),
                types: try ProductFacet.find(.type, for: query, on: list, in: snapshot),
                attributes: try AttributeFacet.find(for: query, on: list, in: snapshot),
                words: language == shop.channel.language
                    ? Words() : try Words.shared(within: query.collection, on: list, language: language, in: snapshot))
        }
        let words = facets.words
        return FilterForm(
            vendors: choices(facets.vendors, chosen: filter.vendors), types: choices(facets.types, chosen: filter.types, in: words),
            attributes: facets.attributes.map { Facet($0, chosen: filter.attributes, in: words, language) },
            stores: shop.stores.count > mostNames
                ? []
                : shop.stores.map { FacetChoice(value: $0.code, name: $0.name, count: nil, isChosen: $0.id == filter.store?.id) },
            lowest: filter.typed.typed("min"), highest: filter.typed.typed("max"), isInStock: filter.isInStock,
            isNarrow: filter.isNarrow, chosen: filter.limits(of: path, in: words, shop.language),
            sort: filter.sort ?? collection?.sort ?? .newest, isArranged: collection?.sort == .manual, notices: filter.notices)
    }

    /// The most frequent names and those that are chosen; none when there is nothing to choose among.
    private static func choices(_ facets: [ProductFacet], chosen: [String], in words: Words = Words()) -> [FacetChoice] {
        let largest = Set(facets.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(mostNames).map(\.name))
        let shown = facets.filter { chosen.contains($0.name) || largest.contains($0.name) }
        guard shown.count > 1 || !chosen.isEmpty else { return [] }
        return shown.map { FacetChoice(value: $0.name, name: words[$0.name], count: $0.count, isChosen: chosen.contains($0.name)) }
    }
}

extension Facet {
    fileprivate init(_ facet: AttributeFacet, chosen: [String], in words: Words, _ language: String) {
        name = words[facet.name].capitalizedFirst
        choices = facet.choices.map { choice in
            let value = "\(facet.name)=\(choice.value)"
            return FacetChoice(
                value: value, name: choice.value.said(in: words, language), count: choice.count, isChosen: chosen.contains(value),
                isYes: choice.value == .boolean(true), isNo: choice.value == .boolean(false))
        }
        isOpen = choices.contains { $0.isChosen }
    }
}

extension ProductFilter {
    /// What is set, in the order of the form.
    fileprivate func limits(of path: String, in words: Words, _ language: String) -> [ChosenLimit] {
        var limits: [ChosenLimit] = []
        if isInStock { limits.append(ChosenLimit(isInStock: true, path: address(of: path) { $0.isInStock = false })) }
        if let store { limits.append(ChosenLimit(name: store.name, path: address(of: path) { $0.store = nil })) }
        if lowest != nil || highest != nil {
            let path = address(of: path) { ($0.lowest, $0.highest) = (nil, nil) }
            limits.append(ChosenLimit(lowest: lowest?.formatted(in: language), highest: highest?.formatted(in: language), path: path))
        }
        limits += vendors.map { name in ChosenLimit(name: name, path: address(of: path) { $0.vendors.removeAll { $0 == name } }) }
        limits += types.map { name in ChosenLimit(name: words[name], path: address(of: path) { $0.types.removeAll { $0 == name } }) }
        limits += attributes.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count > 1 ? parts[1] : ""
            var limit = ChosenLimit(
                name: words[parts[0]].capitalizedFirst + ": ", path: address(of: path) { $0.attributes.removeAll { $0 == pair } })
            limit.isYes = value == "true"
            limit.isNo = value == "false"
            if !limit.isYes, !limit.isNo {
                limit.name += Double(value).map { AttributeValue.number($0).said(in: words, language) } ?? words[value]
            }
            return limit
        }
        return limits
    }
}
